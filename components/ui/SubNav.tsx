import Link from "next/link";

export type NavItem = { readonly href: string; readonly label: string; readonly current?: boolean };

/** The pages of one phase beside each other; plain links, the current one named to screen readers. */
export function SubNav({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  return (
    <nav className="subnav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? "page" : undefined} prefetch={false}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
