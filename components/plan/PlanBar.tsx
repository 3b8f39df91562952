import type { Axis, AxisRow } from "#lib/calendar/axis.ts";
import type { StepState } from "#lib/calendar/standing.ts";

/** Width of a day and height of a row, in the drawing's own units; the drawing scales with its column. */
const DAY = 8;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;

const widthOf = (axis: Axis): number => axis.days.length * DAY;
const centre = (day: number): number => day * DAY + DAY / 2;

/** Days of rest, election day and today behind a row. */
function Ground({ axis, height }: { readonly axis: Axis; readonly height: number }) {
  return (
    <>
      {axis.days.map((day, place) => (day.rest ? <rect key={day.day} className={day.holiday ? "plan-holiday" : "plan-rest"} x={place * DAY} y={0} width={DAY} height={height} /> : null))}
      <line className="plan-election" x1={centre(axis.election)} x2={centre(axis.election)} y1={0} y2={height} />
      {axis.today === null ? null : <line className="plan-today" x1={centre(axis.today)} x2={centre(axis.today)} y1={0} y2={height} />}
    </>
  );
}

function windowClass(state: StepState): string {
  if (state === "done" || state === "doneLate") return "plan-window plan-window-done";
  if (state === "late") return "plan-window plan-window-late";
  return state === "leftOut" ? "plan-window plan-window-out" : "plan-window";
}

/** One step's days: its window as a box, the lawful limit as a bar at its end, the recommended day as a diamond, the day done as a dot. */
export function PlanBar({ axis, row, state, label }: { readonly axis: Axis; readonly row: AxisRow; readonly state: StepState; readonly label: string }) {
  const from = row.from * DAY + 1;
  const aim = centre(row.recommended);
  return (
    <svg className="plan-bar" viewBox={`0 0 ${widthOf(axis)} ${HEIGHT}`} role="img" aria-label={label}>
      <Ground axis={axis} height={HEIGHT} />
      <rect className={windowClass(state)} x={from} y={6} width={(row.to + 1) * DAY - 1 - from} height={HEIGHT - 12} />
      {row.limit === null ? null : <line className="plan-limit" x1={(row.limit + 1) * DAY - 2} x2={(row.limit + 1) * DAY - 2} y1={2} y2={HEIGHT - 2} />}
      {state === "leftOut" || state === "done" || state === "doneLate" ? null : <path className="plan-aim" d={`M${aim} ${MIDDLE - 5} L${aim + 5} ${MIDDLE} L${aim} ${MIDDLE + 5} L${aim - 5} ${MIDDLE} Z`} />}
      {row.done === null ? null : <circle className="plan-done" cx={centre(row.done)} cy={MIDDLE} r={5} />}
    </svg>
  );
}

/** The axis above the rows: days from election day, and the dates of every second mark. */
export function PlanAxis({ axis, label }: { readonly axis: Axis; readonly label: string }) {
  return (
    <svg className="plan-bar" viewBox={`0 0 ${widthOf(axis)} 34`} role="img" aria-label={label}>
      {axis.days.map((day, place) =>
        day.marked ? (
          <g key={day.day}>
            <line className="plan-axis-line" x1={centre(place)} x2={centre(place)} y1={28} y2={34} />
            <text className={day.offset === 0 ? "plan-axis-text plan-axis-election" : "plan-axis-text"} x={centre(place)} y={12}>
              {day.offset === 0 ? "D" : `D${day.offset > 0 ? "+" : "−"}${Math.abs(day.offset)}`}
            </text>
            {day.offset % 10 === 0 ? (
              <text className="plan-axis-text" x={centre(place)} y={25}>
                {`${Number(day.day.slice(5, 7))}-${Number(day.day.slice(8))}`}
              </text>
            ) : null}
          </g>
        ) : null,
      )}
    </svg>
  );
}
