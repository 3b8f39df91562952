"use client";

import "./houses.css";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import type { Household } from "#lib/roll/houses/model.ts";
import { isDone, nextOpenHouse } from "#lib/roll/houses/rules.ts";
import { HouseFinder } from "./HouseFinder.tsx";
import { HouseSheet } from "./HouseSheet.tsx";
import { HouseTroubles } from "./HouseTroubles.tsx";
import { OutboxWords } from "./OutboxWords.tsx";
import { useOutbox } from "./use-outbox.ts";
import { useWalk } from "./use-walk.ts";
import { noHouseMark } from "./visit.ts";

type VisitsProps = {
  readonly electionId: string;
  readonly accountId: string;
  /** All households of the group: walking on needs no connection. */
  readonly houses: readonly Household[];
  /** The server's clock when the page was made, milliseconds: a phone's own may be wrong. */
  readonly serverNow: number;
};

/** A group's households, one at a time, on a phone at the door. */
export function HouseVisits({ electionId, accountId, houses, serverNow }: VisitsProps) {
  const t = useTranslations("houses");
  const router = useRouter();
  const { outbox, view } = useOutbox(accountId, electionId);
  const walk = useWalk(houses, serverNow, outbox, view);
  const [told, setTold] = useState("");
  // A conflict is decided against what the roll says now.
  const troubles = view.troubles.length;
  useEffect(() => {
    if (troubles > 0) router.refresh();
  }, [troubles, router]);
  const house = walk?.houses[walk.at];
  if (walk === null || house === undefined) return null;

  const total = walk.houses.length;
  const open = nextOpenHouse(walk.states, walk.at);
  const marked = JSON.stringify(walk.mark) !== JSON.stringify(noHouseMark);
  const closeHouse = (): void => {
    setTold(walk.close() ? t("kept", { place: walk.at + 1 }) : "");
    walk.go((walk.at + 1) % total);
  };
  return (
    <div className="house-visits">
      <OutboxWords outbox={outbox} view={view} />
      <HouseTroubles outbox={outbox} troubles={view.troubles} houses={houses} refresh={() => router.refresh()} />
      <Progress label={t("housesDone")} value={walk.states.filter(isDone).length} max={total} />
      <p role="status" className="house-told">
        {told}
      </p>
      <HouseSheet heading={walk.heading} house={house} place={walk.at + 1} total={total} mark={walk.mark} change={walk.setMark} />
      <div className="house-bar">
        <Button type="button" look="secondary" onClick={() => walk.go((walk.at + total - 1) % total)}>
          {t("previous")}
        </Button>
        <Button type="button" onClick={closeHouse} disabled={outbox === null}>
          {t(marked ? "saveNext" : "next")}
        </Button>
      </div>
      {open === null ? <p>{t("allDone")}</p> : open === walk.at ? null : (
        <div className="btn-row">
          <Button type="button" look="secondary" onClick={() => walk.go(open)}>
            {t("nextOpen")}
          </Button>
        </div>
      )}
      <HouseFinder houses={walk.houses} go={(id) => walk.go(Math.max(0, walk.houses.findIndex((one) => one.id === id)))} />
    </div>
  );
}
