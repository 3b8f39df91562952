/** The languages of the interface: Simplified Chinese first, English complete. */
export const locales = ["zh-CN", "en"] as const;

export type Locale = (typeof locales)[number];

/** Used when nobody chose: the browser's wish is ignored, because a shared office laptop often lies about it. */
export const defaultLocale: Locale = "zh-CN";

/** All civil days and clock times are shown in this zone. */
export const timeZone = "Asia/Shanghai";

/** Cookies of the two display choices; neither says anything about the person. */
export const localeCookie = "locale";
export const textCookie = "text";

export type TextSize = "normal" | "large";

/** The locale a text names, else the default one. */
export function localeOf(value: string | undefined | null): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}

/** The text size a cookie or form field names, else normal. */
export function textSizeOf(value: string | undefined | null): TextSize {
  return value === "large" ? "large" : "normal";
}
