import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode } from "react";

/** `primary`: the page's one main action; `secondary`: everything else; `warning`: destroys or voids something. */
export type ButtonLook = "primary" | "secondary" | "warning";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & { readonly look?: ButtonLook; readonly small?: boolean };

/** A button; submits its form unless told otherwise. */
export function Button({ look = "primary", small = false, type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`btn btn-${look}${small ? " btn-small" : ""}`} />;
}

type ButtonLinkProps = {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly small?: boolean;
  /** A file rather than a page: loaded by the browser, not by the router. */
  readonly download?: boolean;
  readonly newTab?: boolean;
  readonly children: ReactNode;
};

/** A link that looks like a button, for the main action that only leads elsewhere. */
export function ButtonLink({ href, look = "primary", small = false, download = false, newTab = false, children }: ButtonLinkProps) {
  const className = `btn btn-${look}${small ? " btn-small" : ""}`;
  if (download || newTab) {
    return (
      <a href={href} className={className} download={download || undefined} {...(newTab ? { target: "_blank", rel: "noopener" } : {})}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={className} prefetch={false}>
      {children}
    </Link>
  );
}

/** Buttons beside each other; one under the other on a phone. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="btn-row">{children}</div>;
}
