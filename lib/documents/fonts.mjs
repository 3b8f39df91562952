// The fonts of the papers: plain JavaScript, because the render worker reads it too. No system font is ever used,
// so that the same data print the same way on every machine.
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Font files below the project's folder, in the order in which a missing character is looked for. */
export const FONT_FILES = [
  "node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "node_modules/node-source-han-sans-sc/SourceHanSansSC-Medium.otf",
];

/** Absolute paths of the fonts; throws, naming the file, when the installation lacks one. */
export function fontPaths(root) {
  return FONT_FILES.map((file) => {
    const path = join(/* turbopackIgnore: true */ root, file);
    if (!existsSync(/* turbopackIgnore: true */ path)) throw new Error(`font file missing: ${path} (run npm install)`);
    return path;
  });
}
