import { isDay } from "#lib/calendar/day.ts";
import { isNationalPack, isProvincePack } from "#lib/law/pack-check.ts";
import { OFFICES, villageParametersSchema } from "#lib/law/parameters.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { Contest, CountDocument, CountedPerson, Fault, HeldOffice, SheetBallots, TieBreak, VotesFor } from "./count-document.ts";
import { at, isFields, newReader, readFields, readFlag, readList, readText, readWhole, readWord, type Fields, type Reader } from "./reader.ts";

const SEXES = ["female", "male"] as const;
const REQUIRED = ["schema", "law", "date", "kind", "committee", "contests", "registered", "people", "kin", "votes", "holding", "tieBreaks"] as const;

function readDay(reader: Reader, fields: Fields, key: string): string {
  const day = readText(reader, fields, key, "");
  if (day !== "" && !isDay(day)) reader.fault(key, "an existing day, written YYYY-MM-DD, is needed");
  return day;
}

function readBallots(reader: Reader, value: unknown, path: string): SheetBallots | null {
  const fields = readFields(reader, value, path, ["issued", "returned", "invalid"], ["voters"]);
  if (fields === null) return null;
  const issued = readWhole(reader, fields, "issued", path);
  const returned = readWhole(reader, fields, "returned", path);
  const invalid = readWhole(reader, fields, "invalid", path);
  return fields["voters"] === undefined ? { issued, returned, invalid } : { issued, returned, invalid, voters: readWhole(reader, fields, "voters", path) };
}

function readContest(reader: Reader, value: unknown, path: string): Contest | null {
  const fields = readFields(reader, value, path, ["contest", "office", "seats"], ["only", "ballots"]);
  if (fields === null) return null;
  const contest = readText(reader, fields, "contest", path);
  const office = readWord(reader, fields, "office", path, OFFICES);
  const seats = readWhole(reader, fields, "seats", path, 1);
  const isForWomen = fields["only"] !== undefined && fields["only"] !== null;
  if (isForWomen) readWord(reader, fields, "only", path, ["women"]);
  const ballots = fields["ballots"] === undefined ? null : readBallots(reader, fields["ballots"], at(path, "ballots"));
  return { contest, office, seats, only: isForWomen ? "women" : null, ...(ballots === null ? {} : { ballots }) };
}

function readPerson(reader: Reader, value: unknown, path: string): CountedPerson | null {
  const fields = readFields(reader, value, path, ["id", "sex", "barred"]);
  if (fields === null) return null;
  return { id: readText(reader, fields, "id", path), sex: readWord(reader, fields, "sex", path, SEXES), barred: readFlag(reader, fields, "barred", path) };
}

function readKin(reader: Reader, value: unknown, path: string): readonly [string, string] | null {
  if (Array.isArray(value) && value.length === 2) {
    const [one, other]: readonly unknown[] = value;
    if (typeof one === "string" && typeof other === "string") return [one, other];
  }
  reader.fault(path, "a pair of ids is needed");
  return null;
}

function readVote(reader: Reader, value: unknown, path: string): CountDocument["votes"][number] | null {
  const fields = readFields(reader, value, path, ["contest", "person", "for"]);
  if (fields === null) return null;
  return { contest: readText(reader, fields, "contest", path), person: readText(reader, fields, "person", path), for: readWhole(reader, fields, "for", path) };
}

function readHeld(reader: Reader, value: unknown, path: string): HeldOffice | null {
  const fields = readFields(reader, value, path, ["person", "office", "votes", "sex"]);
  if (fields === null) return null;
  return {
    person: readText(reader, fields, "person", path),
    office: readWord(reader, fields, "office", path, OFFICES),
    votes: readWhole(reader, fields, "votes", path),
    sex: readWord(reader, fields, "sex", path, SEXES),
  };
}

function readTieBreak(reader: Reader, value: unknown, path: string): TieBreak | null {
  const fields = readFields(reader, value, path, ["contest", "votes"]);
  if (fields === null) return null;
  const votes = readList(reader, fields, "votes", path, (item, place): VotesFor | null => {
    const vote = readFields(reader, item, place, ["person", "for"]);
    return vote === null ? null : { person: readText(reader, vote, "person", place), for: readWhole(reader, vote, "for", place) };
  });
  return { contest: readText(reader, fields, "contest", path), votes };
}

function readLaw(reader: Reader, value: unknown): CountDocument["law"] {
  // A missing law has been noted with the other fields.
  const fields = (value === undefined ? null : readFields(reader, value, "law", ["national", "province", "parameters"], ["packs"])) ?? {};
  const national = readText(reader, fields, "national", "law");
  const province = fields["province"] === null ? null : readText(reader, fields, "province", "law");
  const parameters = fields["parameters"];
  if (parameters !== undefined && !isFields(parameters)) reader.fault("law.parameters", "an object is needed");
  const given = isFields(parameters) ? parameters : {};
  const packs = fields["packs"] === undefined ? null : readPacks(reader, fields["packs"], national, province);
  const law = { national, province, ...(packs === null ? {} : { packs }) };
  if (Object.keys(given).length === 0) return { ...law, parameters: {} };
  const parsed = villageParametersSchema.safeParse(given);
  if (parsed.success) return { ...law, parameters: parsed.data };
  for (const issue of parsed.error.issues) {
    if (issue.code !== "unrecognized_keys") reader.fault(["law.parameters", ...issue.path].join("."), issue.message);
    else for (const key of issue.keys) reader.fault(`law.parameters.${key}`, "this parameter is unknown");
  }
  return { ...law, parameters: {} };
}

/** Packs that a document carries itself: sound ones, with the ids that it names. */
function readPacks(reader: Reader, value: unknown, national: string, province: string | null): NonNullable<CountDocument["law"]["packs"]> | null {
  const fields = readFields(reader, value, "law.packs", [], ["national", "province"]);
  if (fields === null) return null;
  const own = fields["national"];
  const measures = fields["province"];
  const isNational = isNationalPack(own) && own.id === national;
  const isProvince = isProvincePack(measures) && measures.id === province;
  if (own !== undefined && !isNational) reader.fault("law.packs.national", "a sound pack with the id of law.national is needed");
  if (measures !== undefined && !isProvince) reader.fault("law.packs.province", "a sound pack with the id of law.province is needed");
  return { ...(isNational ? { national: own } : {}), ...(isProvince ? { province: measures } : {}) };
}

function readDocument(input: unknown, reader: Reader): CountDocument | null {
  const fields = readFields(reader, input, "", REQUIRED, ["firstVoteOn", "ballots"]);
  if (fields === null) return null;
  readWord(reader, fields, "schema", "", ["cunxuan.count/1"]);
  const ballots = fields["ballots"] === undefined ? null : readBallots(reader, fields["ballots"], "ballots");
  const document: CountDocument = {
    schema: "cunxuan.count/1",
    law: readLaw(reader, fields["law"]),
    date: readDay(reader, fields, "date"),
    ...(fields["firstVoteOn"] === undefined ? {} : { firstVoteOn: readDay(reader, fields, "firstVoteOn") }),
    kind: readWord(reader, fields, "kind", "", ["regular", "runoff"]),
    committee: readWhole(reader, fields, "committee", ""),
    contests: readList(reader, fields, "contests", "", (value, path) => readContest(reader, value, path)),
    registered: readWhole(reader, fields, "registered", ""),
    ...(ballots === null ? {} : { ballots }),
    people: readList(reader, fields, "people", "", (value, path) => readPerson(reader, value, path)),
    kin: readList(reader, fields, "kin", "", (value, path) => readKin(reader, value, path)),
    votes: readList(reader, fields, "votes", "", (value, path) => readVote(reader, value, path)),
    holding: readList(reader, fields, "holding", "", (value, path) => readHeld(reader, value, path)),
    tieBreaks: readList(reader, fields, "tieBreaks", "", (value, path) => readTieBreak(reader, value, path)),
  };
  return reader.faults.length === 0 ? document : null;
}

/**
 * Reads unchecked JSON as a count document: its shape, types and words. What its numbers must satisfy together is
 * for `checkCount`. Refused with every fault when anything is wrong.
 */
export function readCount(input: unknown): Result<CountDocument, readonly Fault[]> {
  const document = readDocument(input, newReader(false));
  if (document !== null) return ok(document);
  const reader = newReader();
  readDocument(input, reader);
  return err(reader.faults);
}
