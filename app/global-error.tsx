"use client";

import "./globals.css";

/** The last resort, when even the frame failed: both languages, because nothing can be looked up any more. */
export default function GlobalError({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="page main">
          <h1 className="heading-1">系统出错了</h1>
          <p>已经保存的内容不受影响。请再试一次；仍然不行时，请告诉管理员。</p>
          <p lang="en">Something went wrong. What was already saved is safe. Try again; if it still fails, tell the administrator.</p>
          <p className="btn-row">
            <button type="button" className="btn btn-primary" onClick={() => retry()}>
              再试一次 <span lang="en">Try again</span>
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
