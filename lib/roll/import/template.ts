import { ETHNICITIES } from "#lib/chinese/ethnicity.ts";
import { LENGTH, OLD_LENGTH } from "#lib/chinese/identity-number.ts";
import { writeBlankForm, type FormColumn } from "#lib/spreadsheet/blank-form.ts";
import { EXAMPLE_PERSON, NOTES_TITLE } from "./template-marks.ts";

type TemplateColumn = FormColumn & { readonly required: boolean; readonly example: string };

const optional = { required: false } as const;
const required = { required: true } as const;

/** The columns of the official form (户籍人口花名册) in their usual order. A form of the village, always in Chinese. */
const COLUMNS: readonly TemplateColumn[] = [
  { ...optional, heading: "序号", width: 8, example: "示例", hint: "可以不填。写有“示例”的一行不会导入。" },
  { ...required, heading: "村民小组", width: 14, example: "第三村民小组", hint: "必填。可以写第三村民小组、三组或者 3；有名称的小组写名称。" },
  { ...optional, heading: "户号", width: 10, example: "012", hint: "同一户的人写同一个户号。" },
  { ...required, heading: "姓名", width: 14, example: EXAMPLE_PERSON.name, hint: "必填。与身份证一致，中间不要加空格。" },
  { ...optional, heading: "与户主关系", width: 14, example: "户主", hint: "户主本人写“户主”。可以从下拉列表选，也可以另写。", choices: { others: "suggested", words: ["户主", "配偶", "子", "女", "儿媳", "女婿", "养子", "养女", "孙子", "孙女", "父亲", "母亲", "祖父", "祖母", "兄弟姐妹", "其他"] } },
  { ...optional, heading: "性别", width: 8, example: "女", hint: "身份号码正确时以身份号码为准；没有身份号码的必填。", choices: { others: "only", words: ["男", "女"] } },
  { ...optional, heading: "民族", width: 12, example: "汉族", hint: "从下拉列表选。", choices: { others: "usual", words: ETHNICITIES } },
  { ...required, heading: "公民身份号码", width: 24, example: EXAMPLE_PERSON.idNumber, hint: "必填，18 位，末位 X 用大写。本表已设为文本格式，粘贴时请选“只粘贴数值”，以免丢失末三位。", length: { least: OLD_LENGTH, most: LENGTH } },
  { ...optional, heading: "出生日期", width: 14, example: "1949-12-31", hint: "写成 1980-01-31 的样子。身份号码正确时以身份号码为准；没有身份号码的必填。" },
  { ...optional, heading: "居住情况", width: 14, example: "常住", hint: "在本村居住写“常住”；户籍在本村、人不在本村居住写“外出”；居住在本村、户籍在外写“户籍不在本村”。不填按常住计算。", choices: { others: "usual", words: ["常住", "外出", "户籍不在本村"] } },
  { ...optional, heading: "外出人员是否表示参加选举", width: 16, example: "", hint: "只有外出的人填写。必须是本人表示的；还没有表示的不填。", choices: { others: "usual", words: ["参加", "不参加"] } },
  { ...optional, heading: "联系电话", width: 16, example: "", hint: "手机号码或者固定电话。" },
  { ...optional, heading: "备注", width: 24, example: "", hint: "已故、户口已迁出、被剥夺政治权利的必须注明。可以从下拉列表选，也可以另写。", choices: { others: "suggested", words: ["已故", "户口已迁出", "婚出，户口已迁出", "被剥夺政治权利", "已恢复政治权利", "婚入", "收养", "户口迁入"] } },
];

const GENERAL: readonly string[] = [
  "1. 在“花名册”工作表中填写，一人一行；第一行是表头，请不要改动。",
  "2. 第二行是示例，不会导入，可以删去，也可以留着。",
  "3. 各栏都是文本格式，身份号码、户号、电话不会变成数字。从别的表格粘贴时，请选“只粘贴数值”。",
  "4. 全村的人都要填写，包括未满十八周岁的和外出的；是否列入名单由系统按选举日计算。",
  "5. 填好后保存，在“导入花名册”页面上传。系统先逐行核对，确认以后才改动名册。",
];

const choicesIn = ({ choices }: TemplateColumn): string => (choices === undefined ? "" : choices.words === ETHNICITIES ? "见下拉列表" : choices.words.join("、"));

/** The blank register to be filled in (.xlsx). Whatever is filled in by its own words is read without a remark. */
export function registerTemplate(): Promise<Uint8Array> {
  return writeBlankForm({
    sheet: "花名册",
    columns: COLUMNS,
    example: COLUMNS.map(({ example }) => example),
    otherWords: "请从下拉列表中选择。",
    otherLength: "公民身份号码应为 18 位，请按身份证核对。",
    notes: {
      sheet: "填写说明",
      title: NOTES_TITLE,
      widths: [26, 10, 60, 60],
      rows: [...GENERAL.map((line) => [line]), [""], ["栏目", "是否必填", "填写方法", "可选内容"], ...COLUMNS.map((column) => [column.heading, column.required ? "必填" : "", column.hint, choicesIn(column)])],
    },
  });
}
