import { DateField, NumberField, TextAreaField, TextField } from "#components/form/TextFields.tsx";
import type { Locale } from "#lib/i18n/locale.ts";
import type { NoticeField } from "#lib/law/notice-set.ts";

type TypedFieldsProps = {
  readonly fields: readonly NoticeField[];
  readonly values: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** How people are written by group. */
  readonly groupsHint: string;
  readonly timeHint: string;
};

/** The fields that a notice of the set asks to be typed, as its entry names them. */
export function TypedFields({ fields, values, locale, groupsHint, timeHint }: TypedFieldsProps) {
  return (
    <>
      {fields.map((field) => {
        const shared = { name: `values.${field.name}`, label: field.label[locale], optional: field.optional === true };
        const defaultValue = values[field.name] ?? "";
        switch (field.kind) {
          case "day":
            return <DateField key={field.name} {...shared} defaultValue={defaultValue} />;
          case "time":
            return <TextField key={field.name} {...shared} defaultValue={defaultValue} width="short" hint={timeHint} maxLength={5} />;
          case "whole":
            return <NumberField key={field.name} {...shared} defaultValue={defaultValue === "" ? null : Number(defaultValue)} />;
          case "text":
            return <TextAreaField key={field.name} {...shared} defaultValue={defaultValue} maxLength={2000} />;
          case "groups":
            return <TextAreaField key={field.name} {...shared} defaultValue={defaultValue} rows={10} hint={groupsHint} maxLength={8000} />;
          case "line":
            return <TextField key={field.name} {...shared} defaultValue={defaultValue} maxLength={120} />;
          case "blocks":
            return null;
        }
      })}
    </>
  );
}
