"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";

/** A framed message of the form that takes the focus when it appears. */
function FormNotice({ title, children, edge }: { readonly title: string; readonly children: ReactNode; readonly edge: "due" | "late" }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} className={`notice edge-${edge}`} role="alert" tabIndex={-1}>
      <h2 className="notice-title">{title}</h2>
      {children}
    </div>
  );
}

type ConflictProps = { readonly text: string; readonly pending: boolean; readonly startOver: () => void };

/**
 * Somebody changed the same thing meanwhile: look at it as it stands now, or save one's own all the same. Stands in the
 * place of the form's own button, so that nobody overwrites without having chosen to.
 */
export function ConflictChoice({ text, pending, startOver }: ConflictProps) {
  const t = useTranslations("form.conflict");
  const words = useTranslations("form");
  const path = usePathname();
  const takeTheirs = (event: MouseEvent) => {
    event.preventDefault();
    startOver();
  };
  return (
    <FormNotice title={t("title")} edge="late">
      <p>{text}</p>
      <p>{t("explain")}</p>
      <p>
        <a href={path} target="_blank" rel="noopener">
          {t("look")}
        </a>
      </p>
      <div className="btn-row">
        <a href={path} className="btn btn-secondary" onClick={takeTheirs}>
          {t("takeTheirs")}
        </a>
        <Button look="warning" aria-disabled={pending}>
          {pending ? words("pending") : t("keepMine")}
        </Button>
      </div>
    </FormNotice>
  );
}

/** The session ended before the form arrived: sign in elsewhere, then send again. */
export function SignedOutNotice({ signInHref }: { readonly signInHref: string }) {
  const t = useTranslations("form.signedOut");
  return (
    <FormNotice title={t("title")} edge="due">
      <p>{t("explain")}</p>
      <p>
        <a href={signInHref} target="_blank" rel="noopener">
          {t("signIn")}
        </a>
      </p>
    </FormNotice>
  );
}

/** No answer came: perhaps it arrived, perhaps not; sending again is safe because of the request id. */
export function UnreachedNotice() {
  const t = useTranslations("form.unreached");
  return (
    <FormNotice title={t("title")} edge="due">
      <p>{t("explain")}</p>
    </FormNotice>
  );
}

/** What was typed before a reload is back. */
export function RestoredNotice({ startOver }: { readonly startOver: () => void }) {
  const t = useTranslations("form.restored");
  return (
    <div className="notice edge-now" role="status">
      <p>{t("explain")}</p>
      <Button look="secondary" small type="button" onClick={startOver}>
        {t("discard")}
      </Button>
    </div>
  );
}
