"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { FormContext } from "#components/form/form-context.ts";
import { PasswordField, TextField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { ErrorSummary } from "#components/ui/ErrorSummary.tsx";

type Failure = { readonly code: "wrong" | "tooMany" | "unreached" | "usernameMissing" | "passwordMissing"; readonly field: string | null; readonly count: number };

/** Name and password, with words for everything that can go wrong. `to` is a path of this program. */
export function SignInForm({ to }: { readonly to: string }) {
  const t = useTranslations("account.signIn");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const tries = useRef(0);

  const fail = (code: Failure["code"], field: string | null) => {
    tries.current += 1;
    setFailure({ code, field, count: tries.current });
    setPending(false);
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const username = textOf(data, "username");
    const password = textOf(data, "password");
    if (username.trim() === "") return fail("usernameMissing", "username");
    if (password === "") return fail("passwordMissing", "password");
    setPending(true);
    const answer = await signIn("credentials", { username, password, redirect: false }).catch(() => undefined);
    if (answer === undefined) return fail("unreached", null);
    if (answer.ok && !answer.error) return window.location.assign(to);
    return fail(answer.error === "tooManyRequests" ? "tooMany" : "wrong", answer.error === "tooManyRequests" ? null : "username");
  };

  const text = failure === null ? "" : t(`failure.${failure.code}`);
  const errors = failure === null || failure.field === null ? {} : { [failure.field]: [text] };
  return (
    <FormContext value={{ formId: "", errors, values: null }}>
      <form method="post" onSubmit={(event) => void onSubmit(event)} noValidate aria-busy={pending} className="form">
        {failure === null ? null : <ErrorSummary key={failure.count} issues={[{ field: failure.field, text }]} />}
        <TextField name="username" label={t("username")} autoComplete="username" maxLength={40} width="medium" />
        <PasswordField name="password" label={t("password")} autoComplete="current-password" />
        <div className="btn-row">
          <Button aria-disabled={pending}>{pending ? t("pending") : t("submit")}</Button>
          <span role="status" className="sr-only">
            {pending ? t("pending") : ""}
          </span>
        </div>
      </form>
    </FormContext>
  );
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}
