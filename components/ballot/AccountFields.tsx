"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { NumberField } from "#components/form/TextFields.tsx";
import { typedState, type TypedAccount } from "./sums.ts";

const names = ["issued", "spoiled", "left", "returned"] as const;

type AccountFieldsProps = { readonly received: number; readonly account: Readonly<Record<(typeof names)[number], number | null>> };

/** The four figures of a station after the voting, with their sum in words while they are typed. Without scripts the rule stands there alone. */
export function AccountFields({ received, account }: AccountFieldsProps) {
  const t = useTranslations("ballot.account");
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<TypedAccount | null>(null);
  const read = () => {
    const valueOf = (name: string): string => box.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
    setTyped({ issued: valueOf("issued"), spoiled: valueOf("spoiled"), left: valueOf("left"), returned: valueOf("returned") });
  };
  useEffect(read, []);
  return (
    <div ref={box} onInput={read}>
      {names.map((name) => (
        <NumberField key={name} name={name} label={t(name)} hint={t(`hint.${name}`)} defaultValue={account[name]} />
      ))}
      <p>{t("rule", { received })}</p>
      <div role="status">{typed === null ? null : <SumWords received={received} typed={typed} />}</div>
    </div>
  );
}

function SumWords({ received, typed }: { readonly received: number; readonly typed: TypedAccount }) {
  const t = useTranslations("ballot.account");
  const { sum, accounted, returned, gap } = typedState(received, typed);
  return (
    <>
      {accounted === null ? null : (
        <p className={sum.kind === "agrees" ? "text-done" : "text-late"}>
          <strong>{sum.kind === "differs" ? t(sum.by > 0 ? "tooMany" : "tooFew", { accounted, received, by: Math.abs(sum.by) }) : t("agrees", { accounted, received })}</strong>
        </p>
      )}
      {returned === "open" ? null : <p className={returned === "more" ? "text-late" : undefined}>{t(`back.${returned}`, { gap })}</p>}
    </>
  );
}
