import type { Choosable } from '../parts/shapes.ts';
import { getLocale } from '../words/index.ts';

/** Codes of things that nobody is paid with: gold, test codes, bond units. */
const NO_MONEY = /^X(?!AF|CD|CG|OF|PF)/;

// Browsers know them for the sake of old books (CLDR): what was replaced, by 2026, and units that only banks reckon in.
const GONE = new Set(
  [
    'ADP AFA ALK ANG AOK AON AOR ARA ARL ARM ARP ATS AZM BAD BAN BEC BEF BEL BGL BGM BGN BGO BOL BOP BOV BRB BRC BRE BRN BRR',
    'BRZ BUK BYB BYR CHE CHW CLE CLF CNH CNX COU CSD CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GNS GQE GRD',
    'GWE GWP HRD HRK IEP ILP ILR ISJ ITL KRH KRO LSM LTL LTT LUC LUF LUL LVL LVR MAF MCF MDC MGF MKN MLF MRO MTL MTP MVP MXP',
    'MXV MZE MZM NIC NLG PEI PES PLZ PTE RHD ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS USN USS UYI UYP',
    'UYW VEB VEF VNN YDD YUD YUM YUN YUR ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR',
  ].flatMap((codes) => codes.split(' ')),
);

/** Every currency in use by its code and name, for a choice; the one that a book `has` stays, whatever became of it. */
export const currencyChoices = (has?: string): Choosable<string>[] => {
  const names = new Intl.DisplayNames(getLocale(), { type: 'currency' });
  const used = Intl.supportedValuesOf('currency').filter((code) => !NO_MONEY.test(code) && !GONE.has(code));
  const codes = has === undefined || used.includes(has) ? used : [...used, has].sort();
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
};
