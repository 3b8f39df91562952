/** The two characters of a two-character Chinese name, else null: longer and foreign names keep their own width. */
export function evenWidthParts(name: string): { readonly first: string; readonly second: string } | null {
  const characters = [...name.trim()];
  const [first, second] = characters;
  if (characters.length !== 2 || first === undefined || second === undefined) return null;
  return characters.every((character) => /\p{Script=Han}/u.test(character)) ? { first, second } : null;
}
