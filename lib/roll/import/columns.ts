import type { ColumnSpec } from "#lib/spreadsheet/table.ts";
import type { RegisterField } from "#lib/roll/model.ts";

/**
 * How headings of household registers name the columns. Order matters: a heading belongs to the first that matches, so
 * that 外出人员是否表示参加选举 is not taken for the residence and 与户主关系 not for the household.
 */
export const REGISTER_COLUMNS: readonly ColumnSpec<RegisterField>[] = [
  { field: "sequence", heading: /^(序号|编号|顺序号?|号|no\.?)$/iu, required: false },
  { field: "relation", heading: /户主(之|的)?关系|^家庭关系$|^关系$|^称谓$/u, required: false },
  { field: "idNumber", heading: /^(?!.*(类型|类别|户主)).*(身份证|身份号|证件号)|^id ?number$/iu, otherwise: /^id$/iu, required: true },
  { field: "name", heading: /^(?!.*(户主|父|母|配偶|曾用|监护)).*姓名$|^(名字|名称|name)$/iu, required: true },
  { field: "sex", heading: /^性别$|^sex$|^gender$/iu, required: false },
  { field: "ethnicity", heading: /民族|^族别$/u, required: false, sharedWhenMerged: true },
  { field: "birthDate", heading: /出生(?!地)|生日|^birth( ?date)?$/iu, required: false },
  { field: "group", heading: /小组|组别|^组$|^(所在|所属|村民)?(组|社|队)(名|号)?$|^group$/iu, required: true, sharedWhenMerged: true },
  { field: "household", heading: /户号|^(家庭|户|户口)(编号|代码|号码|簿号)$|户编号|门牌/u, required: false, sharedWhenMerged: true },
  { field: "participation", heading: /参选|参加(本村|本届|村委会)*(选举|登记|投票)|表示参加/u, required: false, sharedWhenMerged: true },
  { field: "residence", heading: /居住|常住|外出|是否在(村|家)|在村(情况|状况)|人员状态|现状/u, required: false, sharedWhenMerged: true },
  { field: "phone", heading: /电话|手机|联系方式/u, required: false, sharedWhenMerged: true },
  { field: "remark", heading: /备注|说明|^附?注$|^remarks?$/iu, required: false, sharedWhenMerged: true },
];
