import { useTranslations } from "next-intl";
import { marksPerGroup, type Tally, tallyOf, tallyPath, tallyWidth } from "./tally.ts";

type StrokesProps = {
  /** Whole number, at least 0. */
  readonly votes: number;
  /** Writes full groups of twenty once with their number (×8), for narrow places and large counts. */
  readonly collapse?: boolean;
};

/** Votes as 正 strokes, drawn stroke by stroke and grouped by twenty; read out as a number. */
export function Strokes({ votes, collapse = false }: StrokesProps) {
  const t = useTranslations("common.strokes");
  const tally = tallyOf(votes);
  return (
    <span className="strokes" role="img" aria-label={t("votes", { votes })}>
      {groupsOf(tally, collapse).map((piece, index) => (
        <Piece key={index} marks={piece.marks} strokes={piece.strokes} times={piece.times} />
      ))}
    </span>
  );
}

type PieceData = { readonly marks: number; readonly strokes: number; readonly times: number };

function groupsOf({ groups, marks, strokes }: Tally, collapse: boolean): readonly PieceData[] {
  const full: PieceData = { marks: marksPerGroup, strokes: 0, times: collapse ? groups : 1 };
  const before = collapse ? (groups > 0 ? [full] : []) : Array.from({ length: groups }, () => full);
  return marks + strokes > 0 ? [...before, { marks, strokes, times: 1 }] : before;
}

function Piece({ marks, strokes, times }: PieceData) {
  const width = tallyWidth(marks, strokes);
  return (
    <span className="strokes-piece">
      <svg viewBox={`0 0 ${width} 12`} width={`${width / 12}em`} height="1em" aria-hidden="true" focusable="false">
        <path d={tallyPath(marks, strokes)} />
      </svg>
      {times > 1 ? <span className="strokes-times">×{times}</span> : null}
    </span>
  );
}
