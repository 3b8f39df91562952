"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { FieldShare } from "./form-context.ts";

/** What every field has. Fields are required unless `optional`, which is then said beside the label. */
export type FieldProps = {
  /** The name it is sent under; also the path its errors carry. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  /** Never kept in the browser. */
  readonly sensitive?: boolean;
};

/** How wide the box is drawn: as long as what belongs in it. */
export type FieldWidth = "full" | "long" | "medium" | "short" | "digits";

type FrameProps = { readonly share: FieldShare; readonly label: string; readonly optional: boolean; readonly hint: ReactNode; readonly children: ReactNode };

/** Label, hint and errors around one control. */
export function FieldFrame({ share, label, optional, hint, children }: FrameProps) {
  return (
    <div className={`field${share.errors.length > 0 ? " field-wrong" : ""}`}>
      <label htmlFor={share.id} className="field-label">
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      <HintAndErrors share={share} hint={hint} />
      {children}
    </div>
  );
}

/** Legend, hint and errors around a group of choices. The group itself carries the field's id. */
export function GroupFrame({ share, label, optional, hint, children, role }: FrameProps & { readonly role?: "radiogroup" }) {
  return (
    <fieldset
      id={share.id}
      role={role}
      tabIndex={-1}
      className={`field${share.errors.length > 0 ? " field-wrong" : ""}`}
      aria-invalid={role === "radiogroup" && share.errors.length > 0 ? true : undefined}
      aria-describedby={[hint ? share.hintId : "", share.errors.length > 0 ? share.errorId : ""].filter(Boolean).join(" ") || undefined}
    >
      <legend className="field-label">
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      <HintAndErrors share={share} hint={hint} />
      {children}
    </fieldset>
  );
}

function OptionalMark() {
  const t = useTranslations("form");
  return <span className="field-optional">{t("optional")}</span>;
}

/** The hint, and under it each error beginning with the word 有误, so that colour is not the only sign. */
export function HintAndErrors({ share, hint }: { readonly share: FieldShare; readonly hint: ReactNode }) {
  const t = useTranslations("form");
  return (
    <>
      {hint ? (
        <div id={share.hintId} className="field-hint">
          {hint}
        </div>
      ) : null}
      {share.errors.length > 0 ? (
        <div id={share.errorId} className="field-error">
          {share.errors.map((text) => (
            <p key={text}>
              <span className="sr-only">{t("errorPrefix")}</span>
              {text}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}
