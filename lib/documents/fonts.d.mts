/** Font files below the project's folder, in the order in which a missing character is looked for. */
export const FONT_FILES: readonly string[];
/** Absolute paths of the fonts; throws, naming the file, when the installation lacks one. */
export function fontPaths(root: string): string[];
