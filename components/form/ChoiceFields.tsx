"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldFrame, GroupFrame, HintAndErrors, type FieldProps, type FieldWidth } from "./Field.tsx";
import { describedBy, useField } from "./form-context.ts";

/** One choice: the value that is sent, its words, and what it means. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: ReactNode; readonly disabled?: boolean };

type SelectFieldProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly defaultValue?: string;
  readonly width?: FieldWidth;
  /** Words of the empty choice; 请选择 unless told otherwise, null for none. */
  readonly emptyLabel?: string | null;
};

/** One of many, folded away. For up to seven choices take `RadioField`. */
export function SelectField({ choices, defaultValue, width = "medium", emptyLabel, ...props }: SelectFieldProps) {
  const t = useTranslations("form");
  const share = useField(props.name);
  return (
    <FieldFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      <select
        id={share.id}
        name={props.name}
        defaultValue={share.kept ?? defaultValue ?? ""}
        disabled={props.disabled}
        className={`input input-${width}`}
        aria-invalid={share.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(share, Boolean(props.hint))}
        aria-required={props.optional ? undefined : true}
        data-sensitive={props.sensitive ? "" : undefined}
      >
        {emptyLabel === null ? null : <option value="">{emptyLabel ?? t("choose")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type RadioFieldProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly defaultValue?: string;
  /** The command's field that the choice becomes, when it is called otherwise: its refusals stand here. */
  readonly errorsOf?: string;
};

/** One of few, all visible. */
export function RadioField({ choices, defaultValue, errorsOf, ...props }: RadioFieldProps) {
  const share = useField(errorsOf ?? props.name);
  const { kept } = useField(props.name);
  const chosen = kept ?? defaultValue;
  return (
    <GroupFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint} role="radiogroup">
      {choices.map((choice) => (
        <ChoiceRow key={choice.value} id={`${share.id}-${choice.value}`} kind="radio" name={props.name} choice={choice} checked={chosen === choice.value} disabled={props.disabled ?? false} />
      ))}
    </GroupFrame>
  );
}

type CheckboxGroupProps = FieldProps & { readonly choices: readonly Choice[]; readonly defaultValues?: readonly string[] };

/** Any number of several, sent as repeated entries of one name. Kept values are joined by line ends. */
export function CheckboxGroup({ choices, defaultValues, ...props }: CheckboxGroupProps) {
  const share = useField(props.name);
  const chosen = share.kept === null ? (defaultValues ?? []) : share.kept.split("\n");
  return (
    <GroupFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      {choices.map((choice) => (
        <ChoiceRow key={choice.value} id={`${share.id}-${choice.value}`} kind="checkbox" name={props.name} choice={choice} checked={chosen.includes(choice.value)} disabled={props.disabled ?? false} />
      ))}
    </GroupFrame>
  );
}

type CheckboxFieldProps = FieldProps & { readonly value?: string; readonly defaultChecked?: boolean };

/** One yes-or-no, e.g. "I have checked this against the paper". Sends `value` (`yes`) when ticked, else nothing. */
export function CheckboxField({ value = "yes", defaultChecked = false, ...props }: CheckboxFieldProps) {
  const share = useField(props.name);
  const checked = share.kept === null ? defaultChecked : share.kept === value;
  return (
    <div className={`field${share.errors.length > 0 ? " field-wrong" : ""}`}>
      <HintAndErrors share={share} hint={null} />
      <div className="choice">
        <input
          id={share.id}
          type="checkbox"
          name={props.name}
          value={value}
          defaultChecked={checked}
          disabled={props.disabled}
          aria-invalid={share.errors.length > 0 ? true : undefined}
          aria-describedby={describedBy(share, Boolean(props.hint))}
        />
        <label htmlFor={share.id}>{props.label}</label>
        {props.hint ? (
          <div id={share.hintId} className="field-hint">
            {props.hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

type ChoiceRowProps = {
  readonly id: string;
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly disabled: boolean;
};

function ChoiceRow({ id, kind, name, choice, checked, disabled }: ChoiceRowProps) {
  const hintId = `${id}-hint`;
  return (
    <div className="choice">
      <input
        id={id}
        type={kind}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        disabled={disabled || choice.disabled}
        aria-describedby={choice.hint ? hintId : undefined}
      />
      <label htmlFor={id}>{choice.label}</label>
      {choice.hint ? (
        <div id={hintId} className="field-hint">
          {choice.hint}
        </div>
      ) : null}
    </div>
  );
}
