import { useTranslations } from "next-intl";
import "./paper.css";
import { PersonName } from "#components/ui/PersonName.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { chineseDay } from "#lib/chinese/numerals.ts";
import { repeatedNames } from "#lib/documents/same-names.ts";
import type { NoticeBlock } from "#lib/documents/models/notice.ts";
import type { VoterListData } from "#lib/documents/models/voter-list.ts";
import type { NoticePaper as Paper } from "#lib/notice/issue.ts";
import { unreachable } from "#lib/platform/result.ts";

type NoticePaperProps = {
  readonly paper: Paper;
  /** A voter list is long: one group at a time, from 0; null shows the sums only. */
  readonly group?: number | null;
  /** Address of a group's part of the list. */
  readonly groupHref?: (group: number) => string;
};

/** A notice (公告) on screen, word for word as on its paper; always Chinese, since the paper is. */
export function NoticePaper({ paper, group = null, groupHref }: NoticePaperProps) {
  const { data } = paper;
  return (
    <article className="paper" lang={paper.kind === "notice" ? "zh-CN" : undefined}>
      <header className="paper-head">
        <p className="paper-issuer">{data.issuer}</p>
        <h2 className="paper-title">{data.title}</h2>
        {data.number === null ? null : <p>第 {data.number} 号</p>}
      </header>
      {paper.kind === "notice" ? (
        <div className="paper-body">
          {paper.data.salutation === null ? null : <p className="paper-salutation">{paper.data.salutation}：</p>}
          {paper.data.body.map((block, index) => (
            <Block key={`${block.type}-${index}`} block={block} />
          ))}
        </div>
      ) : (
        <VoterList data={paper.data} group={group} groupHref={groupHref} />
      )}
      <footer className="paper-foot">
        <p>{data.issuer}</p>
        <p>{chineseDay(data.date)}</p>
      </footer>
    </article>
  );
}

function Block({ block }: { readonly block: NoticeBlock }) {
  switch (block.type) {
    case "paragraph":
      return <p className="paper-paragraph">{block.text}</p>;
    case "heading":
      return <h3 className="paper-heading">{block.text}</h3>;
    case "list": {
      const items = block.items.map((item, index) => <li key={`${index}-${item}`}>{item}</li>);
      return block.ordered ? <ol className="paper-list">{items}</ol> : <ul className="paper-list">{items}</ul>;
    }
    case "keyValues":
      return (
        <dl className="summary">
          {block.rows.map((row) => (
            <div key={row.key} className="summary-row">
              <dt>{row.key}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <PaperTable block={block} />;
    case "names":
      return (
        <>
          {block.groups.map((group) => (
            <NameColumns key={group.title} title={group.title} names={group.names} />
          ))}
        </>
      );
    default:
      return unreachable(block);
  }
}

function PaperTable({ block }: { readonly block: Extract<NoticeBlock, { type: "table" }> }) {
  return (
    <div className="table-frame" role="region" tabIndex={0} aria-label={block.caption ?? block.columns.map((column) => column.title).join("、")}>
      <table className="data-table table-scroll">
        {block.caption === null ? null : <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.title} scope="col" className={column.align === "right" ? "numeric" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={`${index}-${row.join("|")}`}>
              {row.map((cell, place) => (
                <td key={`${place}-${cell}`} className={block.columns[place]?.align === "right" ? "numeric" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Name = { readonly name: string; readonly note: string | null };

function NameColumns({ title, names }: { readonly title: string; readonly names: readonly Name[] }) {
  return (
    <section>
      <h3 className="paper-heading">{title}</h3>
      <ul className="paper-names">
        {names.map((person, index) => (
          <li key={`${index}-${person.name}`}>
            <PersonName name={person.name} />
            {person.note === null ? null : <small>（{person.note}）</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type VoterListProps = { readonly data: VoterListData; readonly group: number | null; readonly groupHref: NoticePaperProps["groupHref"] };

function VoterList({ data, group, groupHref }: VoterListProps) {
  const t = useTranslations("notice.voterList");
  const rows = data.groups.map((part, index) => ({ index, title: part.title, ...sums(part.voters) }));
  const whole = sums(data.groups.flatMap((part) => part.voters));
  const chosen = group === null ? undefined : data.groups[group];
  return (
    <div className="paper-body">
      <p className="paper-paragraph">{t("intro", { village: data.village, term: data.term, day: chineseDay(data.electionDay), until: chineseDay(data.objectionsUntil) })}</p>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.title}
        narrow="scroll"
        columns={[
          { key: "group", head: t("group"), rowHeader: true, cell: (row) => (groupHref === undefined ? row.title : <a href={groupHref(row.index)}>{row.title}</a>) },
          { key: "all", head: t("all"), numeric: true, cell: (row) => row.all },
          { key: "men", head: t("men"), numeric: true, cell: (row) => row.men },
          { key: "women", head: t("women"), numeric: true, cell: (row) => row.all - row.men },
        ]}
        totals={{ group: t("village"), all: whole.all, men: whole.men, women: whole.all - whole.men }}
      />
      {chosen === undefined ? null : <NameColumns title={chosen.title} names={listedNames(data, chosen.voters)} />}
    </div>
  );
}

type Voter = VoterListData["groups"][number]["voters"][number];

const sums = (voters: readonly Voter[]): { readonly all: number; readonly men: number } => ({
  all: voters.length,
  men: voters.filter((voter) => voter.sex === "male").length,
});

/** Names of a group; women are marked, and names that the village has twice carry the birth year, with the month where that is the same too. */
function listedNames(data: VoterListData, voters: readonly Voter[]): readonly Name[] {
  const repeated = repeatedNames(data.groups.flatMap((part) => part.voters));
  return voters.map((voter) => {
    const marks = [voter.sex === "female" ? "女" : "", repeated.has(voter.name) && voter.birthYear !== null ? `${voter.birthYear} 年${voter.birthMonth == null ? "" : ` ${voter.birthMonth} 月`}生` : ""];
    return { name: voter.name, note: marks.filter((mark) => mark !== "").join("，") || null };
  });
}
