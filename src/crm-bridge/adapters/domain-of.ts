const DOMAIN =
  /^(?:[a-z][a-z0-9+.-]{0,20}:)?(?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63})\.?(?::\d{1,5})?(?:[/?#].*)?$/u;

/**
 * The domain of a website's address, without `www.`, in small letters.
 *
 * @param website - an address as people write it
 * @returns `undefined` where it has none
 */
export function domainOf(website: string | undefined): string | undefined {
  const text = website?.trim().toLowerCase() ?? "";
  return text.length > 2000 ? undefined : DOMAIN.exec(text)?.[1];
}
