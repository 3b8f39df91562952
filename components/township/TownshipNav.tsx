"use client";

import { usePathname } from "next/navigation";
import { SubNav, type NavItem } from "#components/ui/SubNav.tsx";

/** The township's pages beside each other, the open one marked. */
export function TownshipNav({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  const path = usePathname();
  return <SubNav label={label} items={items.map((item) => ({ ...item, current: item.href === path }))} />;
}
