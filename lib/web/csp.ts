/** What a page may load, by directive. */
type Policy = Readonly<Record<string, readonly string[]>>;

/** Everything comes from the app itself; scripts and styles only with the request's nonce. */
function basePolicy(nonce: string): Policy {
  return {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
}

/** What the development server needs instead: evaluated modules, its overlay's own styles, its socket. */
const developmentPolicy = (policy: Policy): Policy => ({
  ...policy,
  "script-src": [...(policy["script-src"] ?? []), "'unsafe-eval'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "connect-src": ["'self'", "ws:"],
});

/** The Content-Security-Policy header. Never upgrades to HTTPS: a village hall's network is plain HTTP. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const policy = basePolicy(nonce);
  return Object.entries(development ? developmentPolicy(policy) : policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}

/** Headers of every answer beside the policy. HTTPS is only insisted on where it is in use. */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000", "Cross-Origin-Opener-Policy": "same-origin" } : {}),
  };
}
