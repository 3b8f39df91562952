import { fill, hasSeatedRelative, matchingRevote, newFilling, openTie, runsByRevote, seat, type Field, type Filling, type Standing } from "./filling.ts";
import { runsOf } from "./order.ts";

/** How a contest was filled, and whether a seat of it is kept for a woman. */
export type WomenFilling = { readonly filling: Filling; readonly womenFirst: boolean; readonly seatHeld: boolean };

/**
 * Whether a filling leaves a woman in the committee for certain: one elected, or an open tie with fewer men than
 * seats in which no man is a woman's near relative.
 */
function leavesWoman(field: Field, filling: Filling, standings: readonly Standing[]): boolean {
  if (filling.elected.some((standing) => standing.female)) return true;
  const { tie } = filling;
  if (tie === null) return false;
  const tied = standings.filter((standing) => tie.people.includes(standing.person));
  const men = tied.filter((standing) => !standing.female);
  const women = tied.filter((standing) => standing.female);
  const apart = men.every((man) => !women.some((woman) => field.kinOf(man.person).has(woman.person)));
  return men.length < tie.seats && apart;
}

/** Equal best women after the re-votes about them: one, or those still equal at the top. */
function bestOf(field: Field, filling: Filling, women: readonly Standing[]): readonly Standing[] {
  let best = women;
  while (best.length > 1) {
    const revote = matchingRevote(field, filling, best);
    if (revote === null) return best;
    filling.usedRevotes.add(revote.index);
    best = runsByRevote(revote, best)[0] ?? best;
  }
  return best;
}

/**
 * One level of equal women, tried on top of the filling of everybody above their votes. Returns null when all of
 * them are passed over as relatives of somebody elected above.
 */
function tryWomen(field: Field, above: Filling, women: readonly Standing[], standings: readonly Standing[]): Filling | null {
  const passedOver = women.filter((woman) => hasSeatedRelative(field, above, woman.person));
  above.skipped.push(...passedOver);
  const open = women.filter((woman) => !passedOver.includes(woman));
  if (open.length === 0) return null;
  const best = bestOf(field, above, open);
  const [woman] = best;
  if (woman === undefined) return null;
  if (best.length > 1) {
    // A tie among those with more votes comes first; this one then waits behind it.
    if (above.tie === null) openTie(above, best, 1, "women");
    return above;
  }
  const kin = field.kinOf(woman.person);
  if (above.tie?.people.some((person) => kin.has(person))) return above;
  seat(above, woman);
  const others = standings.filter((standing) => standing.votes <= woman.votes && standing !== woman);
  return fill(field, above, others);
}

/** Step 5's second half: a woman comes before everybody with her votes or fewer, or her seat stays empty. */
function fillWomanFirst(field: Field, seats: number, standings: readonly Standing[], used: ReadonlySet<number>): WomenFilling {
  const women = standings.filter((standing) => standing.female && !standing.barred);
  const nobodySeated = newFilling(0);
  const passedOver = women.filter((woman) => hasSeatedRelative(field, nobodySeated, woman.person));
  const eligible = women.filter((woman) => !passedOver.includes(woman));
  for (const level of runsOf(eligible, (woman) => woman.votes)) {
    const votes = level[0]?.votes ?? 0;
    const above = fill(field, newFilling(seats - 1, used), standings.filter((standing) => standing.votes > votes));
    const filling = tryWomen(field, above, level, standings);
    if (filling !== null) {
      filling.skipped.push(...passedOver);
      return { filling, womenFirst: true, seatHeld: false };
    }
    passedOver.push(...level);
  }
  const filling = fill(field, newFilling(seats - 1, used), standings);
  filling.skipped.push(...passedOver);
  return { filling, womenFirst: true, seatHeld: true };
}

/**
 * Fills the open contest of members so that the committee has a woman (妇女成员): by votes alone when that leaves one
 * for certain, else the woman with most votes first. The procedure is the ministry's guide's, 2013, chapter 6.
 * `hasWoman`: somebody elected before is a woman.
 */
export function fillDeclaringWomanFirst(field: Field, seats: number, standings: readonly Standing[], hasWoman: boolean, used: ReadonlySet<number>): WomenFilling {
  const byVotes = fill(field, newFilling(seats, used), standings);
  if (hasWoman || leavesWoman(field, byVotes, standings)) return { filling: byVotes, womenFirst: false, seatHeld: false };
  return fillWomanFirst(field, seats, standings, used);
}
