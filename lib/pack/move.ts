import type { Packs } from "../law/law.ts";
import { contentOf } from "./content.ts";

/** Both packs of a case by their hashes. */
export const packsToken = ({ national, province }: Packs): string => `${contentOf(national).hash}.${province === null ? "" : contentOf(province).hash}`;
