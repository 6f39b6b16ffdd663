/* Names in other scripts, each with the Latin form that its owner's mailbox uses. All people are made up. */
import type { NameLists } from './names.ts';

export const OTHER_NAMES = {
  russianWomen: {
    given:
      'Анна:anna, Ольга:olga, Светлана:svetlana, Надежда:nadezhda, Ирина:irina, Екатерина:ekaterina',
    family:
      'Иванова:ivanova, Воронцова:vorontsova, Ершова:ershova, Морозова:morozova, Лебедева:lebedeva, Гришина:grishina',
  },
  bulgarianMen: {
    given: 'Димитър:dimitar, Никола:nikola, Красимир:krasimir, Огнян:ognyan, Пламен:plamen',
    family: 'Тодоров:todorov, Ангелов:angelov, Желев:zhelev, Чолаков:cholakov, Кръстев:krastev',
  },
  ukrainian: {
    given: 'Оксана:oksana, Богдан:bohdan, Ярина:yaryna, Тарас:taras, Соломія:solomiia, Остап:ostap',
    family:
      'Коваленко:kovalenko, Бондаренко:bondarenko, Ткачук:tkachuk, Гнатюк:hnatiuk, Їжакевич:yizhakevych, Романюк:romaniuk',
  },
  greekWomen: {
    given: 'Ελένη:eleni, Κατερίνα:katerina, Αθηνά:athina, Δήμητρα:dimitra, Χρυσούλα:chrysoula',
    family:
      'Ζαχαρίου:zachariou, Νικολάου:nikolaou, Καραγιάννη:karagianni, Σταματίου:stamatiou, Λαμπράκη:lampraki',
  },
  greekMen: {
    given: 'Γιώργος:giorgos, Νίκος:nikos, Κώστας:kostas, Σταύρος:stavros, Θανάσης:thanasis',
    family:
      'Ζαχαρίου:zachariou, Νικολάου:nikolaou, Καραγιάννης:karagiannis, Σταματίου:stamatiou, Βλαχόπουλος:vlachopoulos',
  },
  arabic: {
    given:
      'فاطمة:fatima, ليلى:layla, يوسف:youssef, هالة:hala, سامر:samer, نورة:noura, خالد:khaled, رنا:rana',
    family:
      'الحسيني:alhusseini, منصور:mansour, الخطيب:alkhatib, حداد:haddad, العبدلي:alabdali, شاهين:shaheen, النجار:alnajjar',
  },
  hebrew: {
    given: 'נועה:noa, איתן:eitan, תמר:tamar, יואב:yoav, שירה:shira, אורי:ori',
    family: 'כהן:cohen, לוי:levi, פרידמן:friedman, אברמוב:abramov, בן־דוד:bendavid, שפירא:shapira',
  },
  hindi: {
    given: 'प्रिया:priya, अर्जुन:arjun, सुनीता:sunita, मीनाक्षी:meenakshi, विक्रम:vikram, गौरव:gaurav',
    family:
      'देशपांडे:deshpande, कुलकर्णी:kulkarni, मिश्रा:mishra, चौहान:chauhan, अग्रवाल:agrawal, जोशी:joshi',
  },
  chinese: {
    given:
      '伟明:weiming, 秀英:xiuying, 丽华:lihua, 国栋:guodong, 晓梅:xiaomei, 志强:zhiqiang, 雨桐:yutong, 文静:wenjing',
    family: '王:wang, 李:li, 张:zhang, 陈:chen, 赵:zhao, 黄:huang, 周:zhou, 林:lin',
    familyFirst: true,
    joiner: '',
  },
  korean: {
    given:
      '서연:seoyeon, 민준:minjun, 하은:haeun, 도윤:doyun, 영호:youngho, 은정:eunjung, 태식:taesik, 미경:mikyung',
    family: '남:nam, 문:moon, 서:seo, 안:ahn, 홍:hong, 배:bae, 노:noh',
    familyFirst: true,
    joiner: '',
  },
  japanese: {
    given:
      '美咲:misaki, 健太:kenta, 陽菜:hina, 直樹:naoki, さくら:sakura, 葵:aoi, 修一:shuichi, 千尋:chihiro',
    family: '佐藤:sato, 鈴木:suzuki, 高橋:takahashi, 渡辺:watanabe, 小林:kobayashi, 中村:nakamura',
    familyFirst: true,
  },
  kana: {
    given: 'ユキ:yuki, ハルト:haruto, メグミ:megumi, リョウ:ryo, カオリ:kaori',
    family: 'タナカ:tanaka, ヤマグチ:yamaguchi, モリ:mori, オカダ:okada, フジイ:fujii',
    familyFirst: true,
  },
  thai: {
    given: 'สมชาย:somchai, มาลี:malee, ประเสริฐ:prasert, กนกวรรณ:kanokwan',
    family: 'ศรีสุข:srisuk, วงศ์ทอง:wongthong, แก้วมณี:kaewmanee, บุญเรือง:boonrueang',
  },
} as const satisfies Record<string, NameLists>;
