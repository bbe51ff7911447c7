/** This file says where the site is. */

declare global {
  /** This is the path of the folder of a copy that is opened from a disk. There `on-disk.ts` sets it. */
  var onDisk: string | undefined
}

/** This is the path below which the site is. */
export const base = self.onDisk ?? import.meta.env.BASE_URL
