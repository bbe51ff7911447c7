/**
 * This file holds a made site of Chinese and Japanese notes, with queries that were judged from the notes before any
 * result was seen. By them `npm run bench:search -- --unspaced` measures scripts that put no spaces between words.
 */
import { note, queriesOf, type JudgedQuery } from './judged.ts'
import { madeSite } from './made-site.ts'

/** These are the notes, each with its name, its title and its text. */
const NOTES: readonly (readonly [name: string, title: string, text: string])[] = [
  ['z-sleep', '睡眠巩固记忆', '慢波睡眠期间，海马体把白天的经历重新播放，记忆因此转入大脑皮层。'],
  ['z-nap', '午睡提高学习效率', '短暂的午睡之后，学生记住的单词更多，注意力也更集中。'],
  ['z-tea', '绿茶与血压', '长期饮用绿茶的人血压略低，但这可能与生活习惯有关。'],
  ['z-salt', '减少食盐可以降低血压', '临床试验表明，低盐饮食使收缩压平均下降五毫米汞柱。'],
  ['z-soil', '蚯蚓改良土壤', '蚯蚓的活动使土壤疏松，增加有机质，提高农作物产量。'],
  ['z-rice', '水稻梯田养鱼', '稻田里的鱼吃掉害虫，农民因此减少农药的使用。'],
  ['z-quake', '地震预报仍不可靠', '目前还没有方法能够准确预报地震发生的时间和地点。'],
  ['z-river', '黄河泥沙减少', '退耕还林和水库建设以后，黄河的输沙量大幅下降。'],
  ['z-paper', '造纸术的传播', '造纸术从中国经中亚传入阿拉伯世界，再传到欧洲。'],
  ['z-print', '活字印刷与知识普及', '毕昇发明活字印刷，但雕版印刷在中国长期占主导地位。'],
  ['z-model', '大语言模型的幻觉', '语言模型有时会编造不存在的文献，这种现象称为幻觉。'],
  ['z-deep', '深度学习需要大量数据', '神经网络的参数很多，训练数据不足时容易过拟合。'],
  ['z-chess', '围棋程序战胜人类', '程序结合蒙特卡洛树搜索和神经网络，击败了职业棋手。'],
  ['z-bike', '共享单车改变出行', '地铁站周围的共享单车解决了最后一公里的问题。'],
  ['z-air', '空气污染影响儿童肺功能', '细颗粒物浓度越高，儿童的肺活量增长越慢。'],
  ['z-myopia', '户外活动预防近视', '每天在户外两小时的小学生，近视的发生率明显较低。'],
  ['z-panda', '大熊猫栖息地破碎化', '公路和农田把竹林分割成小块，熊猫种群之间难以交流。'],
  ['z-math', '研究生命起源的实验', '米勒在烧瓶里模拟原始大气，得到了多种氨基酸。'],
  ['z-grad', '研究生的心理压力', '调查显示，导师的支持能够减轻研究生的焦虑和抑郁。'],
  ['z-music', '音乐训练与语言能力', '学习乐器的孩子更善于分辨声调，阅读能力也更强。'],
  ['j-sleep', '睡眠不足は判断力を下げる', '徹夜のあとでは、リスクの大きい選択肢が選ばれやすくなる。'],
  ['j-tea', '緑茶のカテキンと体脂肪', 'カテキンを多く含む緑茶を飲むと、内臓脂肪がわずかに減った。'],
  ['j-quake', '緊急地震速報の仕組み', '初期微動を検知し、大きな揺れが届く前に警報を出す。'],
  ['j-tsunami', '津波の高さは地形で変わる', '湾の奥では波が集まり、津波が高くなることがある。'],
  ['j-tokyo', '東京都の人口集中', '若い世代が地方から東京都へ移り住み、出生率はさらに下がった。'],
  ['j-kyoto', '京都の町家の保存', '古い町家は宿泊施設として再利用され、街並みが守られている。'],
  ['j-robot', '介護ロボットの導入', '介護施設では、移乗を助けるロボットが職員の腰痛を減らした。'],
  ['j-aging', '高齢化と医療費', '高齢者の割合が増えるにつれて、医療費は増え続けている。'],
  ['j-train', '新幹線の経済効果', '新幹線の駅ができた町では、観光客と企業が増えた。'],
  ['j-kanji', '漢字の学習には書くことが効く', '手で書いて覚えた子どもは、読むだけの子どもより漢字をよく思い出した。'],
  ['j-ml', '機械学習による翻訳', 'ニューラル機械翻訳は、文全体の文脈を使って訳文を作る。'],
  ['j-rl', '強化学習と報酬の設計', '報酬を間違えて与えると、エージェントは意図しない近道を見つける。'],
  ['j-firefly', '蛍の発光と温度', '蛍の光る間隔は、気温が上がると短くなる。'],
  ['j-cherry', '桜の開花は早まっている', '春の気温が上がり、桜の開花日は百年前より一週間ほど早い。'],
  ['j-ferment', '味噌の発酵と麹菌', '麹菌の酵素が大豆のたんぱく質を分解し、うま味を作る。'],
  ['j-fish', 'うなぎの産卵場所', 'ニホンウナギはマリアナ諸島の西の海で卵を産む。'],
  ['j-volcano', '火山灰と農業', '火山灰の土は水はけがよいが、リン酸が不足しやすい。'],
  ['j-forest', '里山の手入れと生物多様性', '下草を刈ると、春の草花や蝶が里山に戻ってくる。'],
  ['j-memory', '海馬と場所の記憶', '海馬の場所細胞は、動物が特定の場所にいるときだけ活動する。'],
  ['j-myth', '古事記の成立', '古事記は八世紀の初めに、太安万侶によってまとめられた。'],
]

/** The content of the site in a language. */
export const unspacedSite = (language: string): Record<string, string> =>
  madeSite(
    language,
    '学',
    NOTES.map(([name, title, text]) => ({ name, title, text, language: name.startsWith('z') ? 'zh' : 'ja' })),
  )

/** These are the queries over the site. */
export const UNSPACED_QUERIES: readonly JudgedQuery[] = [
  ...queriesOf('words', [
    ['地震预报', note('z-quake')],
    ['神经网络', note('z-deep', 'z-chess')],
    ['血压', note('z-salt', 'z-tea')],
    ['研究生', note('z-grad')],
    ['泥沙', note('z-river')],
    ['印刷', note('z-print')],
    ['機械学習', note('j-ml')],
    ['強化学習', note('j-rl')],
    ['京都', note('j-kyoto')],
    ['ロボット', note('j-robot')],
    ['うなぎ', note('j-fish')],
    ['麹菌', note('j-ferment')],
  ]),
  ...queriesOf('paraphrase', [
    ['低盐饮食 降低血压', note('z-salt')],
    ['睡眠与记忆', note('z-sleep')],
    ['儿童近视的预防', note('z-myopia')],
    ['语言模型编造文献', note('z-model')],
    ['桜が早く咲く気温', note('j-cherry')],
    ['地震の警報', note('j-quake')],
    ['漢字を手で書く', note('j-kanji')],
    ['介護職員の腰痛', note('j-robot')],
  ]),
]
