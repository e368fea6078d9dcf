import type { Texts } from './text.ts'

/**
 * Phrases not to say (KN-300 to KN-306): name, why it hurts, what to say instead. The example in quotation marks of
 * every `instead` must itself pass the detector; a test sees to it.
 */
export const serviceLanguageTexts = {
  'phrase.P1.name': { zh: '拿内部规定挡客户', en: 'Hiding behind our own rules' },
  'phrase.P1.why': {
    zh: '客户来是为了解决自己的事，我们内部怎么定与他无关。小区的主人是业主，这样说像是主客颠倒。',
    en: 'Customers come about their own concern, and what we laid down among ourselves is none of it. The estate belongs to its owners; this sounds as if it belonged to us.',
  },
  'phrase.P1.instead': {
    zh: '说清这样做照顾了多数住户的什么需要，并答应把意见带给上级或业主委员会。例如：“这样安排是因为多数住户希望夜里安静。您的想法我记下来，今天就报给负责人，也会转给业主委员会。”确有其事才可以这样说。',
    en: 'Say which need of most residents the arrangement serves, and promise to carry the opinion to your lead or the owners’ committee. For example: “Most residents asked for quiet at night. I have noted your view and will report it today, to the committee as well.” Only if it is true.',
  },
  'phrase.P2.name': { zh: '价钱就这样，没得商量', en: 'That is simply our price' },
  'phrase.P2.why': {
    zh: '听起来像“爱交不交”，付钱的人没有得到任何理由。',
    en: 'It sounds like “take it or leave it”; the person who pays is given no reason at all.',
  },
  'phrase.P2.instead': {
    zh: '说明价格从哪里来：合同怎么约定、经过谁同意、报过哪个主管部门，并感谢理解。例如：“这项费用写在您签的物业服务合同第三章，也经过业主大会同意，我把那一页翻给您看。谢谢您的理解。”先查收费依据，没有这项依据就不要这样说。',
    en: 'Tell where the price comes from: the contract, who agreed to it, which authority approved it, and give thanks. For example: “This fee is set out in chapter three of your service contract and the owners’ assembly agreed to it; let me show you the page. Thank you for understanding.” Check the basis of the fee first; without one, do not say it.',
  },
  'phrase.P3.name': { zh: '盘问来人', en: 'Interrogating the visitor' },
  'phrase.P3.why': {
    zh: '像在窗口受审，人还没开口就先矮了半截。',
    en: 'It feels like being questioned at a counter; people feel small before they have said a word.',
  },
  'phrase.P3.instead': {
    zh: '先问好，再请教称呼，再问能帮什么。例如：“您好，请问怎么称呼您？今天有什么可以为您做的？”',
    en: 'Greet first, then ask how to address the person, then how you can help. For example: “Good morning, how may I address you? What can I do for you today?”',
  },
  'phrase.P4.name': { zh: '怪客户不懂', en: 'Blaming the customer for not knowing' },
  'phrase.P4.why': {
    zh: '等于当面说人无知。客户要是都懂，就不必来问我们了。',
    en: 'It tells people to their face that they are ignorant. If they knew, they would not have to ask us.',
  },
  'phrase.P4.instead': {
    zh: '把“没懂”算在自己身上，换一种说法再讲一遍。例如：“对不起，刚才是我没讲明白。我换个说法，从头给您讲一遍。”',
    en: 'Take the misunderstanding upon yourself and explain it in another way. For example: “I am sorry, I did not put that clearly. Let me explain it again from the start.”',
  },
  'phrase.P5.name': { zh: '不知道，问别人去', en: 'I do not know, ask somebody else' },
  'phrase.P5.why': {
    zh: '客户付了钱，却被要求自己去打听。谁先接到，谁就该负责到底。',
    en: 'The customer pays us and is sent off to find out alone. Whoever is asked first stays in charge.',
  },
  'phrase.P5.instead': {
    zh: '承认自己一时拿不准，由自己去问清，并约好回话时间。例如：“这件事我现在拿不准，我去核实，下午三点前给您回电话，可以吗？”约了时间就是承诺，要登记。',
    en: 'Admit that you are not sure, find out yourself and agree when you will be back. For example: “I am not certain about this. I will check and phone you before three this afternoon, is that all right?” The time you name is a promise: record it.',
  },
  'phrase.P6.name': { zh: '不归我们管', en: 'Not our department' },
  'phrase.P6.why': {
    zh: '客户像皮球一样被踢来踢去，每到一处都要从头再讲一遍。',
    en: 'Customers are kicked around like a ball and have to start from the beginning at every stop.',
  },
  'phrase.P6.instead': {
    zh: '只用于确实在公司以外的事：说明由哪家专门单位处理，当场给出电话，或者替客户打、替客户转。例如：“燃气表由燃气公司专门检修，我把他们的服务电话写给您，或者现在就替您打过去，您看可以吗？”',
    en: 'Only for matters truly outside the company: say who is specialised in them, and give the number, make the call or put the customer through. For example: “The gas company looks after the meters. I can write down their number, or call them for you right now, is that all right?”',
  },
  'phrase.P6.inside': {
    zh: '这件事属于我们自己：各业务线、委托的外包单位、开发商返修都算在内。请登记、走内部流程转办、一直跟到有结果，再答复客户；不要把客户推给别人。',
    en: 'This matter is our own: every line of ours, every firm we commissioned and the developer’s repairs count. Record it, pass it on inside, follow it to its result and answer the customer; do not send the customer to anybody else.',
  },
  'phrase.P7.name': { zh: '别人家的事，我们没辙', en: 'Other people’s business, nothing we can do' },
  'phrase.P7.why': {
    zh: '客户也知道事情难办，正因为自己没有出路才来找我们。',
    en: 'Customers know that it is difficult; they come because they have found no way themselves.',
  },
  'phrase.P7.instead': {
    zh: '站到客户一边一起想路子，答应尽力协调，但不打包票。例如：“这件事确实让您受累。我们一起想想从哪里入手，我先去对方家里走一趟，尽力协调，明天把进展告诉您。”',
    en: 'Stand beside the customer, look for a way together and promise your best effort, not the result. For example: “This has been hard on you. Let us think where to begin. I will call on them first, do my best to settle it, and tell you tomorrow how it stands.”',
  },
  'phrase.P8.name': { zh: '这项服务我们不做', en: 'We do not do that' },
  'phrase.P8.why': {
    zh: '客户分不清我们是做不到还是不想做，只觉得指望不上。',
    en: 'Customers cannot tell whether we are unable or unwilling; they only learn that there is nothing to hope for.',
  },
  'phrase.P8.instead': {
    zh: '说明目前由专门的公司在做，从合格供方名录里给出电话或替客户联系，也可以先去问清细节。例如：“钢琴搬运要专门的公司来做，我这里有两家合作单位的电话，替您打一个问问价钱，好吗？”',
    en: 'Say that a specialised firm does it at present, and give a number from the register of providers, make the call, or find out the details. For example: “Moving a piano needs a specialised firm. I have the numbers of two that we work with; shall I call one and ask the price for you?”',
  },
  'phrase.P9.name': { zh: '人不在，改日再来', en: 'Not in, come another day' },
  'phrase.P9.why': {
    zh: '客户白跑一趟，而且不知道下一次会不会又白跑。',
    en: 'The trip was for nothing, and nobody says whether the next one will be.',
  },
  'phrase.P9.instead': {
    zh: '如实说去向，再给三个选择：带话、约时间、由我先办。例如：“王工去现场了，大约四点回来。您的话我转给他，或者约个时间他到府上去，要是急的话我先替您办，您看哪样好？”',
    en: 'Say truthfully where the person is and offer three things: a message, an appointment, or your own help. For example: “Mr Wang is out on site until about four. I can pass on a message, arrange for him to come to you, or see to it myself if it is urgent. Which do you prefer?”',
  },
  'phrase.P10.name': { zh: '今天办不了，明天再跑一趟', en: 'Not today, come again tomorrow' },
  'phrase.P10.why': {
    zh: '客户来一趟不容易，又没听到今天为什么不行。',
    en: 'The way here cost the customer something, and no reason was given why today will not do.',
  },
  'phrase.P10.instead': {
    zh: '先道歉，说原因，给出能办好的日子，当场约定。例如：“对不起，今天系统在检修。最早周三可以办好，您哪天方便？我先给您预约上，到时不用排队。”',
    en: 'Apologise, give the reason and the day on which it can be done, and book it on the spot. For example: “I am sorry, the system is being serviced today. Wednesday is the earliest. Which day suits you? I will book it, so that you need not queue.”',
  },
  'phrase.P11.name': { zh: '到点了，回头再说', en: 'We are off duty' },
  'phrase.P11.why': {
    zh: '客户会想：难道连一分钟都抽不出来？',
    en: 'Customers ask themselves whether we could not spare a single minute.',
  },
  'phrase.P11.instead': {
    zh: '先问好、问需要什么。同事确实不在时，不急的约时间，急的当场联系人。例如：“您好，请问需要办什么？负责的同事已经离岗，要是现在就要用，请您稍等，我马上联系他。”抢修和突发事件随时受理、立即安排，不受作息时间限制。',
    en: 'Greet and ask what is needed. If the colleague has really left, make an appointment for what can wait and call the person for what cannot. For example: “Hello, what can I do for you? My colleague has left for the day. If you need it now, please wait a moment and I will reach him.” Urgent repairs and incidents are taken and arranged at once, at any hour.',
  },
  'phrase.P12.name': { zh: '今天的押金发光了', en: 'No deposits left today' },
  'phrase.P12.why': {
    zh: '备钱是我们的事，却让客户白跑；下次会不会还是这样，谁也没说。',
    en: 'Having the money ready is our task, yet it is the customer who came in vain, and nobody says that it will be different next time.',
  },
  'phrase.P12.instead': {
    zh: '说明今天退款的人多、超出了准备的数目，请客户选日子并预约，或者送上门。例如：“今天来办退款的人比预计多，准备的现金不够了，实在抱歉。这几天您哪天方便？我给您预约好，或者我们给您送到家里。”确实是现金不够才可以这样说；约好的退款就是承诺。',
    en: 'Explain that more people than expected came for refunds, let the customer choose a day and book it, or bring the money. For example: “More people came today than we had cash ready for; I am very sorry. Which of the next days suits you? I will book it, or we bring it to your home.” Only if cash has truly run short; a booked refund is a promise.',
  },
  'phrase.refusal.next_step': {
    zh: '这段话拒绝了客户，却没有说下一步。请写明我们接着为他做什么，并征求他的同意。',
    en: 'This text refuses something without a next step. Say what we will do next, and ask whether that is all right.',
  },
  'phrase.refusal.time_or_referral': {
    zh: '请写明什么时候有结果，或者可以找谁、怎么联系。',
    en: 'Say when there will be a result, or who can help and how to reach them.',
  },
} as const satisfies Texts
