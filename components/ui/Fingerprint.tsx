import { groupsOfFour } from "#lib/i18n/format.ts";

/** The ledger's fingerprint (校验码) in groups of four, as it is printed on every paper. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <code className="fingerprint" translate="no">
      {groupsOfFour(value).join(" ")}
    </code>
  );
}
