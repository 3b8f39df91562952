/** Title of the template's sheet of explanations; the reader knows the sheet by it. */
export const NOTES_TITLE = "村民花名册填写说明";
/** The person of the template's example row: the number that GB 11643-1999 itself gives as an example. */
export const EXAMPLE_PERSON = { name: "李示例", idNumber: "11010519491231002X" } as const;
