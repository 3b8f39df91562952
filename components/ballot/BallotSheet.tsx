import { useTranslations } from "next-intl";
import "./sheet.css";
import { chineseDay } from "#lib/chinese/numerals.ts";
import type { BallotData } from "#lib/documents/models/ballot.ts";

const kindWords: Readonly<Record<BallotData["kind"], string>> = { regular: "", revote: "再次投票", runoff: "另行选举", newVote: "重新投票" };

/** The ballot (选票) as it will look on paper; in Chinese, as the paper is. Nothing on it can be marked. */
export function BallotSheet({ paper }: { readonly paper: BallotData }) {
  const t = useTranslations("ballot.print");
  const kind = kindWords[paper.kind];
  return (
    <figure className="sheet" aria-label={t("preview")}>
      <div lang="zh-CN" className="sheet-paper">
        <p className="sheet-title">
          {paper.village}
          {paper.term}村民委员会选举票
        </p>
        {kind === "" ? null : <p className="sheet-kind">（{kind}）</p>}
        <p className="sheet-day">
          选举日：{chineseDay(paper.electionDay)}　票色：{paper.colour}
        </p>
        <div className="sheet-frame">
          <table className="sheet-table">
            <caption className="sr-only">{t("preview")}</caption>
            <thead>
              <tr>
                <th scope="col">职务</th>
                <th scope="col">姓名</th>
                <th scope="col">划写符号</th>
              </tr>
            </thead>
            {paper.offices.map((office) => (
              <OfficeRows key={office.title} office={office} />
            ))}
          </table>
        </div>
        <p className="sheet-rules-title">填写说明</p>
        <ol className="sheet-rules">
          {paper.instructions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

function OfficeRows({ office }: { readonly office: BallotData["offices"][number] }) {
  const other = office.candidates.length === 0 ? "姓名：" : "另选他人：";
  const lines = [...office.candidates.map((name) => ({ text: name, empty: false })), ...Array.from({ length: office.writeIns }, () => ({ text: other, empty: true }))];
  return (
    <tbody>
      {lines.map((line, index) => (
        <tr key={`${index}-${line.text}`}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={lines.length}>
              <span className="sheet-office">{office.title}</span>
              <span className="sheet-seats">应选 {office.seats} 人</span>
            </th>
          ) : null}
          <td className={line.empty ? "sheet-other" : undefined}>{line.text}</td>
          <td />
        </tr>
      ))}
    </tbody>
  );
}
