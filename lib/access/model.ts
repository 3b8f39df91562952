import { z } from "zod";
import { id, line, personName, version } from "../platform/fields.ts";
import { roles } from "./permissions.ts";

/** Fewest characters of a password; the largest length keeps hashing cheap. */
export const passwordLength = { min: 10, max: 200 } as const;

/** A password to be set, exactly as typed. */
export const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);

/** A name for signing in, in one spelling: half-width, small letters. */
export const normalUsername = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** 登录名: 2 to 40 letters (Chinese ones too), digits, dot, hyphen, underscore. */
export const username = line(40)
  .transform(normalUsername)
  .refine((text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]+$/u.test(text), { params: { code: "invalidUsername" } });

/** County code: 6 digits; township code: 9 digits (统计用区划代码). */
const digits = (count: number) =>
  line(20)
    .transform((text) => text.normalize("NFKC"))
    .refine((text) => new RegExp(`^\\d{${count}}$`).test(text), { params: { code: count === 6 ? "invalidCountyCode" : "invalidTownshipCode" } });
export const countyCode = digits(6);
export const townshipCode = digits(9);

/** An empty choice of a form as null. */
export const optionalChoice = z.string().trim().optional().transform((text) => (text === undefined || text === "" ? null : text));

/** A new account with its first role. `placeId` is the row whose people are managed; `scopeId` the row the role is held for. */
export const createAccountInput = z.object({
  placeId: z.string().min(1),
  role: z.enum(roles),
  scopeId: z.string().trim().min(1),
  name: personName,
  username,
  /** Handed out on paper; the person must change it at the first sign-in. */
  password: newPassword,
});

/** One more role for an account, or the end of one. */
export const grantInput = z.object({ placeId: z.string().min(1), accountId: id, role: z.enum(roles), scopeId: z.string().trim().min(1) });

/** Something done to an account as it was shown. */
export const accountInput = z.object({ placeId: z.string().min(1), accountId: id, version });
export const resetPasswordInput = accountInput.extend({ password: newPassword });

/** One's own password: the old one, the new one twice. */
export const changePasswordInput = z
  .object({ oldPassword: z.string().min(1).max(passwordLength.max), newPassword, repeatPassword: z.string().max(passwordLength.max) })
  .superRefine((input, context) => {
    if (input.newPassword === input.oldPassword) context.addIssue({ code: "custom", path: ["newPassword"], params: { code: "samePassword" } });
    if (input.newPassword !== input.repeatPassword) context.addIssue({ code: "custom", path: ["repeatPassword"], params: { code: "passwordsDiffer" } });
  });

/** A person as the first run makes it; the administrator chooses his password, the officer gets one handed out. */
const firstPerson = z.object({ name: personName, username });

/** The first run: administrator, county, township and, when wanted, its first officer. */
export const firstRunInput = z
  .object({
    administrator: firstPerson.extend({ ownPassword: newPassword, repeatPassword: z.string().max(passwordLength.max) }),
    county: z.object({ countyCode, countyName: line(40), provincePack: optionalChoice }),
    township: z.object({ townshipCode, townshipName: line(40) }),
    officer: z.preprocess((value) => (isBlank(value) ? null : value), firstPerson.extend({ password: newPassword }).nullable()),
  })
  .superRefine((input, context) => {
    const { administrator, officer } = input;
    if (administrator.ownPassword !== administrator.repeatPassword) {
      context.addIssue({ code: "custom", path: ["administrator", "repeatPassword"], params: { code: "passwordsDiffer" } });
    }
    if (officer?.username === administrator.username) {
      context.addIssue({ code: "custom", path: ["officer", "username"], params: { code: "usernameTaken" } });
    }
  });

/** Whether an optional group of fields was left empty; the password suggested in it does not count. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== "object") return false;
  return Object.entries(value).every(([name, text]) => name === "password" || text === "");
}
