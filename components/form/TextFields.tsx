"use client";

import { useTranslations } from "next-intl";
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, InputHTMLAttributes } from "react";
import { FieldFrame, type FieldProps, type FieldWidth } from "./Field.tsx";
import { describedBy, useField } from "./form-context.ts";

type InputProps = FieldProps & {
  readonly width?: FieldWidth;
  readonly defaultValue?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly spellCheck?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly numeric?: boolean;
};

/** The one input under all single-line fields. */
function InputField(props: InputProps) {
  const share = useField(props.name);
  const secret = props.type === "password";
  return (
    <FieldFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      <input
        id={share.id}
        name={props.name}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? "off"}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck ?? false}
        min={props.min}
        max={props.max}
        disabled={props.disabled}
        defaultValue={secret ? "" : (share.kept ?? props.defaultValue ?? "")}
        className={`input input-${props.width ?? "long"}${props.numeric ? " input-numeric" : ""}`}
        aria-invalid={share.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(share, Boolean(props.hint))}
        aria-required={props.optional ? undefined : true}
        data-sensitive={props.sensitive || secret ? "" : undefined}
      />
    </FieldFrame>
  );
}

type TextFieldProps = FieldProps & {
  readonly defaultValue?: string;
  readonly width?: FieldWidth;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly type?: "text" | "tel" | "search" | "email";
  readonly maxLength?: number;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return <InputField {...props} />;
}

type NumberFieldProps = FieldProps & { readonly defaultValue?: number | null; readonly width?: FieldWidth };

/** A whole number as text: an empty box stays empty and is never read as 0, and the mouse wheel changes nothing. */
export function NumberField({ defaultValue, width = "digits", ...rest }: NumberFieldProps) {
  return <InputField {...rest} width={width} inputMode="numeric" numeric maxLength={9} defaultValue={defaultValue == null ? "" : String(defaultValue)} />;
}

type DateFieldProps = FieldProps & { readonly defaultValue?: string; readonly min?: string; readonly max?: string };

/** A civil day, sent as `YYYY-MM-DD`. */
export function DateField(props: DateFieldProps) {
  return <InputField {...props} type="date" width="medium" />;
}

type PasswordFieldProps = FieldProps & { readonly autoComplete: "current-password" | "new-password" };

/** A password: never filled in again and never kept in the browser by us. */
export function PasswordField(props: PasswordFieldProps) {
  return <InputField {...props} type="password" />;
}

type TextAreaFieldProps = FieldProps & { readonly defaultValue?: string; readonly rows?: number; readonly maxLength?: number };

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const share = useField(props.name);
  return (
    <FieldFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      <textarea
        id={share.id}
        name={props.name}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        disabled={props.disabled}
        defaultValue={share.kept ?? props.defaultValue ?? ""}
        className="input input-full"
        aria-invalid={share.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(share, Boolean(props.hint))}
        aria-required={props.optional ? undefined : true}
        data-sensitive={props.sensitive ? "" : undefined}
      />
    </FieldFrame>
  );
}

/** Why somebody overrules a warning or undoes a thing; kept in the ledger for good, and says so. */
export function ReasonField(props: Partial<TextAreaFieldProps>) {
  const t = useTranslations("form.reason");
  return <TextAreaField {...props} name={props.name ?? "reason"} label={props.label ?? t("label")} hint={props.hint ?? t("hint")} rows={props.rows ?? 3} />;
}

type FileFieldProps = FieldProps & { readonly accept: string; readonly multiple?: boolean };

/** A file of the computer; cannot be filled in again after a refusal, which the browser forbids. */
export function FileField(props: FileFieldProps) {
  const share = useField(props.name);
  return (
    <FieldFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      <input
        id={share.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        className="input-file"
        aria-invalid={share.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(share, Boolean(props.hint))}
        aria-required={props.optional ? undefined : true}
      />
    </FieldFrame>
  );
}
