import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Text of each page of a PDF, lines as drawn; runs of blanks become one. For tests that read what a paper says. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  // pdfjs takes the buffer away from its owner, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    pages.push(text.replaceAll(/[ \u00a0]+/g, " "));
  }
  await task.destroy();
  return pages;
}

/** The whole text of a PDF without blanks and line ends: what a search for a phrase needs, since lines break anywhere. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await pdfPages(bytes)).join("").replaceAll(/[\s\u200b]+/g, "");
}

/** Size of each page of a PDF in whole points. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly { readonly width: number; readonly height: number }[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const sizes: { width: number; height: number }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width: Math.round(width), height: Math.round(height) });
  }
  await task.destroy();
  return sizes;
}
