/*
 * Names in Latin script. Each list is separated by commas; `native:mailbox` where the mailbox is
 * not simply the name without its marks. All people are made up.
 */
import type { NameLists } from './names.ts';

export const LATIN_NAMES = {
  english: {
    given: 'Eleanor, Callum, Imogen, Gareth, Bridget, Declan, Rosalind, Hugh, Niamh, Tobias',
    family:
      'Ashworth, Pemberton, O’Rourke:orourke, Fairclough, Mackie, Thornbury, Llewellyn, Quigley, Whitcombe',
  },
  german: {
    given:
      'Jürgen:juergen, Käthe:kaethe, Sönke:soenke, Annelie, Matthias, Ute, Björn:bjoern, Friederike, Dörte:doerte',
    family:
      'Weiß, Schäfer:schaefer, Grünwald:gruenwald, Köhler:koehler, Brandstätter:brandstaetter, Lüders:lueders, Hoffmeister, Zöllner:zoellner',
  },
  french: {
    given: 'Éloïse, Benoît, Maëlys, Jérôme, Solène, Thibault, Anaïs, Gaëlle, Rémi, Océane',
    family:
      'Lefèvre, Béranger, Chevallier, Faucheux, Lemaître, Rousselot, Vasseur, D’Aubigny:daubigny',
  },
  dutch: {
    given: 'Maartje, Sjoerd, Femke, Joost, Anouk, Ruben',
    family:
      'van der Meer:vandermeer, ten Brink:tenbrink, Hoekstra, de Groot:degroot, Terpstra, Vermaas',
  },
  spanish: {
    given: 'Iñaki, Begoña, Álvaro, Nuria, Joaquín, Rocío, Andrés, Lucía, Inés',
    family: 'Muñoz, Ibáñez, Peña, Gutiérrez, Cordero, Zúñiga, Quiñones, Villalba, García-Robledo',
  },
  portuguese: {
    given: 'João, Inês, Gonçalo, Conceição, Tomás, Luísa, Estêvão, Graça, Simão',
    family: 'Magalhães, Araújo, Brandão, Leitão, Assunção, Queirós, Patrício, Falcão',
  },
  polishWomen: {
    given: 'Małgorzata, Zofia, Łucja, Agnieszka, Bożena, Jadwiga',
    family: 'Żółkowska, Wiśniewska, Dąbrowska, Szczepańska, Gołębiewska, Sowińska-Nowicka',
  },
  polishMen: {
    given: 'Łukasz, Paweł, Grzegorz, Wojciech, Stanisław, Michał',
    family: 'Żółkowski, Wiśniewski, Dąbrowski, Szczepański, Gołębiewski, Wójtowicz',
  },
  czechWomen: {
    given: 'Markéta, Zdeňka, Jiřina, Růžena, Kateřina, Šárka',
    family: 'Doležalová, Říhová, Šimková, Křížová, Havránková, Sedláčková',
  },
  hungarian: {
    given: 'Ágnes, Zsófia, Győző, Ödön, Réka, Tünde',
    family: 'Szűcs, Kőszegi, Vörös, Fehér, Lőrincz, Kővári',
    familyFirst: true,
  },
  romanian: {
    given: 'Ioana, Ștefan, Răzvan, Mădălina, Cătălin, Ilinca',
    family: 'Țurcanu, Lupașcu, Brătescu, Căpraru, Munteanu, Șerbănescu',
  },
  turkish: {
    given: 'Çağla, Gökhan, Işıl, Özgür, Şebnem, Yiğit, Tuğba, Umut',
    family: 'Yıldırım, Çelikkol, Aydoğan, Gümüşoğlu, Şahinkaya, Ekşi, Bölükbaşı',
  },
  swedish: {
    given: 'Åsa, Björn, Linnéa, Göran, Märta, Östen, Ylva, Håkan',
    family: 'Lindqvist, Ålund, Söderholm, Hägglund, Näslund, Öberg, Wikström',
  },
  norwegian: {
    given: 'Bjørn, Ingrid, Håvard, Sølvi, Torbjørn, Åshild, Øystein, Ragnhild, Eirik, Marit',
    family: 'Fjeldstad, Østby, Haugerud, Skjønberg, Tøndel, Nygård, Bråten, Grønli, Vestøl',
  },
  danish: {
    given: 'Søren, Kirstine, Jørgen, Mette, Rasmus, Bodil',
    family: 'Mølgaard, Højbjerg, Nørskov, Østergaard, Thygesen, Kjærulff',
  },
  icelandic: {
    given: 'Guðrún, Þórdís, Sigríður, Ásta, Hrafnhildur, Jóhanna',
    family: 'Jónsdóttir, Þorsteinsdóttir, Gunnarsdóttir, Einarsdóttir, Hjartardóttir',
  },
  finnish: {
    given: 'Päivi, Jyrki, Säde, Väinö, Aino, Jarkko',
    family: 'Hämäläinen, Mäkelä, Jääskeläinen, Koskinen, Yli-Pohja, Räsänen',
  },
  vietnamese: {
    given: 'Thị Hạnh, Văn Quang, Minh Đức, Thu Hương, Quốc Bảo, Ngọc Ánh, Hải Yến, Đình Phúc',
    family: 'Nguyễn, Trần, Lê, Phạm, Hoàng, Võ, Đặng, Bùi',
    familyFirst: true,
  },
  yoruba: {
    given: 'Adébáyọ̀, Fúnmiláyọ̀, Ọlámidé, Títílayọ̀, Ìfẹ́olúwa, Kọ́ládé',
    family: 'Adéyẹmí, Ògúnbánjọ, Balógun, Ọládípọ̀, Fáṣọlá, Akínwálé',
  },
  indonesian: {
    given: 'Dewi, Bagus, Ratna, Wahyu, Sri Lestari, Yulianti',
    family: 'Prasetyo, Wibisono, Kusumawati, Hartanto, Siregar, Nasution',
  },
} as const satisfies Record<string, NameLists>;
