/** A site below a path that browsers keep for reading without a connection. */
export const OFFLINE: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Tides\ndescription: On tides.\nurl: https://example.org/tides\noffline: true\n',
  'inquiries/moon.md': '---\ntitle: Does the moon pull?\nstatus: open\n---\nAs [[water]] says.\n',
  'notes/water.md': '---\ntitle: Water follows\nclaim: It follows the moon.\n---\nTwice a day.\n',
  'notes/wind.md': '---\ntitle: Wind drives waves\n---\nNot tides.\n',
}
