import { evenWidthParts } from "./person-name.ts";

/** Letters of a name that stay on one line; longer ones would leave a phone's screen. */
const longestUnbroken = 12;

/**
 * A person's name as on official lists: a name of two characters is as wide as one of three. Space is drawn, not typed,
 * so that a copied or searched name is the name.
 */
export function PersonName({ name }: { readonly name: string }) {
  const parts = evenWidthParts(name);
  if (!parts) return <span className={Array.from(name).length > longestUnbroken ? "person-long" : "person"}>{name}</span>;
  return (
    <span className="person">
      <span className="person-wide">{parts.first}</span>
      {parts.second}
    </span>
  );
}
