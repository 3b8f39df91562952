import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag, type TagState } from "./Tag.tsx";

/** One row: a piece of work, its state in a word, what is left to do or what blocks it, and its deadline in words. */
export type Task = {
  readonly id: string;
  readonly title: string;
  /** Absent while the work cannot be started. */
  readonly href?: string;
  readonly state: TagState;
  /** Instead of the usual word of the state, e.g. 3 天内到期. */
  readonly stateWord?: string;
  readonly todo: ReactNode;
  readonly deadline?: ReactNode;
};

type TaskListProps = {
  readonly caption: string;
  readonly tasks: readonly Task[];
  /** Head of the first column; 阶段 unless told otherwise. */
  readonly titleHead?: string;
};

/** The task list: a table on a wide screen, stacked blocks on a phone. */
export function TaskList({ caption, tasks, titleHead }: TaskListProps) {
  const t = useTranslations("common.taskList");
  const heads = { title: titleHead ?? t("title"), state: t("state"), todo: t("todo"), deadline: t("deadline") };
  return (
    <table className="data-table table-stack task-list" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {Object.entries(heads).map(([key, head]) => (
            <th key={key} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tasks.map((task) => (
          <tr key={task.id} role="row">
            <th scope="row" role="rowheader" className="task-title">
              {task.href === undefined ? task.title : <Link href={task.href} prefetch={false}>{task.title}</Link>}
            </th>
            <td role="cell">
              <Tag state={task.state}>{task.stateWord}</Tag>
            </td>
            <td role="cell" className={task.state === "blocked" ? "muted" : undefined}>
              {task.todo}
            </td>
            <td role="cell" data-label={task.deadline === undefined ? undefined : heads.deadline}>
              {task.deadline === undefined ? null : <div className="cell">{task.deadline}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
