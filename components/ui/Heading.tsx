import type { ReactNode } from "react";
import { PageTitle } from "./PageTitle.tsx";

type HeadingProps = {
  /** 1 once a page; 2 and 3 for parts. */
  readonly level?: 1 | 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
};

/** A heading; its level sets both the outline and the size, so that the two never disagree. The first titles the document. */
export function Heading({ level = 1, id, children }: HeadingProps) {
  const Element = `h${level}` as const;
  return (
    <>
      {level === 1 ? <PageTitle of={children} /> : null}
      <Element id={id} className={`heading-${level}`}>
        {children}
      </Element>
    </>
  );
}

/** The sentence under a page's heading that says what the page is about. */
export function Lede({ children }: { readonly children: ReactNode }) {
  return <p className="lede">{children}</p>;
}
