/** The 56 ethnic groups (民族) in the order and spelling of GB/T 3304, and what the household register writes for everybody else. */
export const ETHNICITIES = [
  "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族",
  "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族",
  "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族",
  "穿青人", "其他未识别的民族", "外国血统中国籍人士",
] as const;
export type Ethnicity = (typeof ETHNICITIES)[number];

/** Other ways in which registers write one of the list. */
const OTHER_WORDS: Readonly<Record<string, Ethnicity>> = {
  未识别: "其他未识别的民族", 未识别民族: "其他未识别的民族", 其他: "其他未识别的民族", 其它: "其他未识别的民族", 穿青: "穿青人", 外国血统: "外国血统中国籍人士",
  外国血统中国籍: "外国血统中国籍人士", 入籍: "外国血统中国籍人士", 蒙族: "蒙古族", 维族: "维吾尔族", 哈族: "哈萨克族", 柯族: "柯尔克孜族", 乌兹别克族: "乌孜别克族", 畬族: "畲族", 崩龙族: "德昂族", 毛难族: "毛南族",
};

/** The ethnic group of the list that a text means, 汉 and 汉族 being one; null when the list has none. */
export function ethnicityOf(raw: string): Ethnicity | null {
  const text = raw.normalize("NFKC").replace(/\s+/gu, "");
  if (text === "") return null;
  const known = OTHER_WORDS[text] ?? OTHER_WORDS[`${text}族`];
  return known ?? ETHNICITIES.find((one) => one === text || one === `${text}族`) ?? null;
}
