import { useTranslations } from "next-intl";
import type { BallotForm, BlockMarks, PaperMarks } from "#lib/count/model.ts";
import { OfficeWords } from "./OfficeWords.tsx";

type MarksWordsProps = {
  readonly form: BallotForm;
  readonly marks: PaperMarks | undefined;
  readonly words: ReadonlyMap<string, string>;
  /** Contests to point out. */
  readonly differing?: readonly string[];
};

/** What a reading says, office by office. */
export function MarksWords({ form, marks, words, differing = [] }: MarksWordsProps) {
  const t = useTranslations("count.reading");
  const grounds = useTranslations("count.ground");
  if (marks === undefined) return <p>{t("missing")}</p>;
  if (marks.kind === "invalid") {
    return (
      <p className={differing.length > 0 ? "versus-differs" : undefined}>
        <strong>{t("invalid", { ground: grounds(marks.ground) })}</strong>
      </p>
    );
  }
  return (
    <dl>
      {form.map((contest) => (
        <div key={contest.contest} className={differing.includes(contest.contest) ? "versus-differs" : undefined}>
          <dt>
            <OfficeWords office={contest.office} only={contest.only} />
            {differing.includes(contest.contest) ? `（${t("differs")}）` : ""}
          </dt>
          <dd>
            <BlockWords names={new Map(contest.candidates.map((one) => [one.id, one.name]))} block={marks.blocks[contest.contest] ?? { kind: "blank" }} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BlockWords({ block, names, words }: { readonly block: BlockMarks; readonly names: ReadonlyMap<string, string>; readonly words: ReadonlyMap<string, string> }) {
  const t = useTranslations("count.reading");
  if (block.kind === "blank") return t("blank");
  if (block.kind === "unreadable") return t("unreadable");
  return [...[...names].filter(([id]) => block.candidates.includes(id)).map(([, name]) => name), ...block.written.map((id) => t("written", { name: words.get(id) ?? "" }))].join(t("separator"));
}
