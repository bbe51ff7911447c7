/**
 * This file knows the words for which BibLaTeX has keys, such as `phdthesis`: kinds of theses, reports and patents, names of
 * series, and states of publication. They are those of its localisation files
 * (https://github.com/plk/biblatex/tree/dev/tex/latex/biblatex/lbx), whole and in nominative.
 */

/** These are the words by language. What a language lacks is said in English. */
const WORDS: Readonly<Record<string, string>> = {
  en: `
    phdthesis=PhD thesis; mathesis=Master's thesis; bathesis=Bachelor's thesis; candthesis=Candidate thesis;
    techreport=technical report; resreport=research report; software=computer software; datacd=CD-ROM;
    audiocd=audio CD; patent=patent; patentde=German patent; patenteu=European patent; patentfr=French patent;
    patentuk=British patent; patentus=U.S. patent; patreq=patent request; patreqde=German patent request;
    patreqeu=European patent request; patreqfr=French patent request; patrequk=British patent request;
    patrequs=U.S. patent request; newseries=New series; oldseries=Old series; inpreparation=in preparation;
    submitted=submitted; forthcoming=forthcoming; inpress=in press; prepublished=pre-published`,
  de: `
    phdthesis=Dissertation; mathesis=Magisterarbeit; bathesis=Bachelorarbeit; candthesis=Qualifikationsschrift;
    techreport=Technischer Bericht; resreport=Forschungsbericht; software=Computer-Software; audiocd=Audio-CD;
    patent=Patent; patentde=deutsches Patent; patenteu=europäisches Patent; patentfr=französisches Patent;
    patentuk=britisches Patent; patentus=US-Patent; patreq=Patentanmeldung; patreqde=deutsche Patentanmeldung;
    patreqeu=europäische Patentanmeldung; patreqfr=französische Patentanmeldung; patrequk=britische
    Patentanmeldung; patrequs=US-Patentanmeldung; newseries=neue Folge; oldseries=alte Folge; inpreparation=in
    Vorbereitung; submitted=eingereicht; forthcoming=im Erscheinen; inpress=im Druck;
    prepublished=Vorveröffentlichung`,
  fr: `
    phdthesis=thèse de doctorat; mathesis=mémoire de master; bathesis=mémoire de bachelor; candthesis=thèse de
    candidature; techreport=rapport technique; resreport=rapport scientifique; software=logiciel; datacd=cédérom;
    audiocd=disque compact audio; patent=brevet; patentde=brevet allemand; patenteu=brevet européen;
    patentfr=brevet français; patentuk=brevet britannique; patentus=brevet américain; patreq=demande de brevet;
    patreqde=demande de brevet allemand; patreqeu=demande de brevet européen; patreqfr=demande de brevet français;
    patrequk=demande de brevet britannique; patrequs=demande de brevet américain; newseries=nouvelle série;
    oldseries=ancienne série; inpreparation=en préparation; submitted=soumis; forthcoming=à paraître; inpress=sous
    presse; prepublished=prépublié`,
  es: `
    phdthesis=Tesis doctoral; mathesis=Tesis de maestría; bathesis=Tesis de licenciatura; candthesis=Tesis de
    candidatura doctoral; techreport=informe técnico; resreport=reporte de investigación; software=programa;
    datacd=disco de datos; audiocd=disco de audio; patent=patente; patentde=patente alemana; patenteu=patente
    europea; patentfr=patente francesa; patentuk=patente británica; patentus=patente estadounidense;
    patreq=solicitud de patente; patreqde=solicitud de patente alemana; patreqeu=solicitud de patente europea;
    patreqfr=solicitud de patente francesa; patrequk=solicitud de patente británica; patrequs=solicitud de patente
    estadounidense; newseries=nueva época; oldseries=antigua época; inpreparation=en preparación;
    submitted=enviado; forthcoming=próximamente; inpress=en prensa; prepublished=previamente publicado`,
  it: `
    phdthesis=tesi di dottorato; mathesis=tesi di laurea magistrale; bathesis=tesi di laurea;
    techreport=rapporto tecnico; resreport=rapporto di ricerca; software=software;
    patent=brevetto; patentde=brevetto tedesco; patenteu=brevetto europeo; patentfr=brevetto francese;
    patentuk=brevetto britannico; patentus=brevetto americano; patreq=brevetto richiesto; patreqde=brevetto
    tedesco richiesto; patreqeu=brevetto europeo richiesto; patreqfr=brevetto francese richiesto;
    patrequk=brevetto britannico richiesto; patrequs=brevetto U.S.A. richiesto; newseries=nuova serie;
    oldseries=vecchia serie; inpreparation=in preparazione; submitted=in valutazione; forthcoming=in
    pubblicazione; inpress=in stampa; prepublished=pre-pubblicato`,
  nl: `
    phdthesis=proefschrift; mathesis=masterscriptie; techreport=technisch rapport; resreport=onderzoeksrapport;
    software=computersoftware; datacd=cd-rom; audiocd=audio-cd; patentde=Duits patent; patenteu=Europees patent;
    patentfr=Frans patent; patentuk=Brits patent; patentus=Amerikaans patent; patreq=patentaanvraag;
    patreqde=Duitse patentaanvraag; patreqeu=Europese patentaanvraag; patreqfr=Franse patentaanvraag;
    patrequk=Britse patentaanvraag; patrequs=Amerikaanse patentaanvraag; newseries=nieuwe reeks; oldseries=oude
    reeks; inpreparation=in voorbereiding; submitted=ingediend; inpress=ter perse; prepublished=voorpublicatie`,
  pt: `
    phdthesis=tese de doutoramento; mathesis=tese de mestrado; candthesis=proposta de tese; techreport=relatório
    técnico; resreport=relatório de pesquisa; software=software; audiocd=CD áudio; patent=patente;
    patentde=patente alemã; patenteu=patente europeia; patentfr=patente francesa; patentuk=patente britânica;
    patentus=patente americana; patreq=pedido de patente; patreqde=pedido de patente alemã; patreqeu=pedido de
    patente europeia; patreqfr=pedido de patente francesa; patrequk=pedido de patente britânica; patrequs=pedido
    de patente americana; newseries=nova série; oldseries=série antiga; inpreparation=em preparação;
    submitted=submetido; forthcoming=no prelo; inpress=no prelo; prepublished=pré-publicado`,
  sv: `
    phdthesis=doktorsavhandling; mathesis=examensarbete; candthesis=kandidatavhandling; techreport=teknisk
    rapport; resreport=forskningsrapport; software=datorprogram; datacd=data-cd; audiocd=ljud-cd; patentde=tyskt
    patent; patenteu=europeiskt patent; patentfr=franskt patent; patentuk=brittiskt patent; patentus=amerikanskt
    patent; patreq=patentansökan; patreqde=ansökan om tyskt patent; patreqeu=ansökan om europeiskt patent;
    patreqfr=ansökan om franskt patent; patrequk=ansökan om brittiskt patent; patrequs=ansökan om amerikanskt
    patent; newseries=ny följd; oldseries=gammal följd`,
  da: `
    phdthesis=PhD-afhandling; mathesis=Masterafhandling; bathesis=Bachelorafhandling; candthesis=Kandidatspeciale;
    techreport=teknisk rapport; resreport=forskningsrapport; software=software; datacd=data-cd; audiocd=lyd-cd;
    patentde=DE-patent; patenteu=EU-patent; patentfr=FR-patent; patentuk=UK-patent; patentus=US-patent;
    patreq=patentansøgning; patreqde=tysk patentansøgning; patreqeu=europæisk patentansøgning; patreqfr=fransk
    patentansøgning; patrequk=britisk patentansøgning; patrequs=amerikansk patentansøgning; newseries=ny række;
    oldseries=gammel række; inpreparation=under udarbejdelse; submitted=indleveret; forthcoming=under udgivelse;
    inpress=i trykken; prepublished=præpubliceret`,
  nb: `
    phdthesis=ph.d.-avhandling; mathesis=masteroppgave; candthesis=hovedoppgave; techreport=teknisk rapport;
    resreport=forskningsrapport; software=programvare; datacd=data-cd; audiocd=lyd-cd; patentde=tysk patent;
    patenteu=europeisk patent; patentfr=fransk patent; patentuk=britisk patent; patentus=amerikansk patent;
    patreq=patentsøknad; patreqde=tysk patentsøknad; patreqeu=europeisk patentsøknad; patreqfr=fransk
    patentsøknad; patrequk=britisk patentsøknad; patrequs=amerikansk patentsøknad; newseries=ny serie;
    oldseries=gammel serie; inpreparation=under utarbeidelse; submitted=innsendt; forthcoming=under utgivelse;
    inpress=i trykken; prepublished=prepublisert`,
  pl: `
    phdthesis=rozprawa doktorska; mathesis=praca magisterska; bathesis=praca licencjacka; candthesis=praca
    kandydacka; techreport=sprawozdanie techniczne; resreport=sprawozdanie naukowe; software=oprogramowanie;
    patentde=patent Niemiec; patenteu=patent Europy; patentfr=patent Francji; patentuk=patent Wielkiej Brytanii;
    patentus=patent Stanów Zjednoczonych; patreq=wniosek o patent; patreqde=wniosek o patent Niemiec;
    patreqeu=wniosek o patent Europy; patreqfr=wniosek o patent Francji; patrequk=wniosek o patent Wielkiej
    Brytanii; patrequs=wniosek o patent Stanów Zjednoczonych; newseries=nowa seria; oldseries=stara seria;
    inpreparation=w przygotowaniu; submitted=złożone; forthcoming=w przygotowaniu; inpress=w druku;
    prepublished=wstępnie opublikowane`,
  cs: `
    phdthesis=disertační práce; mathesis=diplomová práce; bathesis=bakalářská práce; candthesis=kandidátská práce;
    techreport=technická zpráva; resreport=výzkumná zpráva; software=počítačový software; patentde=německý patent;
    patenteu=evropský patent; patentfr=francouzský patent; patentuk=britský patent; patentus=US patent;
    patreq=patentová žádost; patreqde=německá patentová žádost; patreqeu=evropská patentová žádost;
    patreqfr=francouzská patentová žádost; patrequk=britská patentová žádost; patrequs=US patentová žádost;
    newseries=nová řada; oldseries=stará řada; inpreparation=v  přípravě; submitted=odesláno; forthcoming=budoucí;
    inpress=v  tisku; prepublished=před publikováním`,
  ru: `
    phdthesis=дис. … док.; mathesis=дис. … маг.; candthesis=дис. … канд.; techreport=технический отчёт;
    resreport=научный отчёт; software=программное обеспечение; patent=патент; patentde=патент Германии;
    patenteu=патент Европы; patentfr=патент Франции; patentuk=патент Великобритании; patentus=патент США;
    patreq=заявка; patreqde=заявка на патент Германии; patreqeu=заявка на патент Европы; patreqfr=заявка на патент
    Франции; patrequk=заявка на патент Великобритании; patrequs=заявка на патент США; newseries=новая серия;
    oldseries=старая серия; inpreparation=в подготовке; submitted=представлено; forthcoming=в печати; inpress=в
    печати; prepublished=предварительная публикация`,
}

/** Keeps the words of each language by their keys, because few sites use more than one. */
const known = new Map<string, ReadonlyMap<string, string>>()

/**
 * Gives the words for a key of BibLaTeX. It is undefined where the text is no such key.
 *
 * @param language The language as a BCP 47 tag. Where it is not known, the words are English.
 *
 * @example
 * bibliographyString('mathesis', 'de-AT') // 'Magisterarbeit'
 */
export function bibliographyString(key: string, language: string): string | undefined {
  const name = key.trim().toLowerCase()
  return wordsOf(/^(?:no|nn)\b/.test(language) ? 'nb' : language.slice(0, 2)).get(name) ?? wordsOf('en').get(name)
}

function wordsOf(language: string): ReadonlyMap<string, string> {
  let words = known.get(language)
  if (words === undefined) {
    const pairs = (WORDS[language] ?? '').split(';').map((pair) => pair.trim().replace(/\s+/g, ' ').split('='))
    known.set(language, (words = new Map(pairs.map(([key = '', word = '']) => [key, word]))))
  }
  return words
}
