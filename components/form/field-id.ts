/** A field's path as refusals write it: `names[0].votes` becomes `names.0.votes`. */
export function fieldPath(name: string): string {
  return name.replaceAll(/\[(\w+)\]/g, ".$1");
}

/** The HTML id of a form's field, so that summaries and findings can link to it. `formId` tells several forms of a page apart. */
export function fieldId(name: string, formId?: string): string {
  const path = fieldPath(name);
  return formId === undefined || formId === "" ? `field-${path}` : `${formId}-field-${path}`;
}
