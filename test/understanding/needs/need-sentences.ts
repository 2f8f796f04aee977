// What people might write, three sentences for each need and language, made up before the phrases were tuned; and what says no need at all.
// `also` on a line: needs that a reader could fairly hear in it too.

/** A sentence, the need it must find, and needs it may find as well. */
export interface NeedSentence {
  readonly lang: string;
  readonly need: string;
  readonly also: readonly string[];
  readonly text: string;
}

const said: Readonly<Record<string, string>> = {
  'en-GB': `
loneliness: I don't see anybody from one week to the next
loneliness: Since I moved here I haven't made any friends and the evenings are long
loneliness: it gets very lonely now the kids have gone | family
money: I'm three months behind with my council tax and they keep sending letters | legal
money: My universal credit got stopped and I don't know what to do
money: Everything goes on the credit card and I can't keep up with the payments
housing: There is black mould all over the baby's bedroom and the council won't fix it | family
housing: landlord wants us out by the end of the month
housing: I have been sleeping on my mate's sofa since March
food: Some days I don't eat so that the children can
food: we have been using the food bank every week | money
food: By Thursday the cupboards are empty
energy: I can't afford to put the heating on | money
energy: my prepayment meter runs out before payday | money
energy: We only heat one room and it is freezing in the rest of the house
work: I was made redundant in June and nobody replies to my applications
work: I want to get back into work after being ill | disability
work: my manager is bullying me and I dread going in | wellbeing
volunteering: I have retired and would like to give something back
volunteering: I've got a few hours free each week and want to be useful
volunteering: is there anywhere I could volunteer
learning: I would like to improve my English so I can talk to the school
learning: I never learned to read properly
learning: don't know how to use the computer or send an email
activity: Doctor says I need to lose weight and move more
activity: I'd love to join a walking group
activity: i used to swim a lot and want to get fit again
smoking: I want to quit the fags
smoking: I've smoked since I was fifteen, twenty a day
smoking: my vape is never out of my hand and I'd like to stop
alcohol-drugs: I think I am drinking too much in the evenings
alcohol-drugs: a bottle of wine a night has become normal
alcohol-drugs: I've been using cannabis every day and want to cut down
wellbeing: I've been feeling really low and tearful
wellbeing: I lie awake at night worrying about everything
wellbeing: my anxiety is so bad I can't face people | loneliness
caring: I look after my mum full time and never get a break
caring: My husband had a stroke and I do everything for him | disability
caring: I'm a carer for my disabled son | disability,family
bereavement: My wife passed away in January
bereavement: I lost my dad last year and can't get over it
bereavement: still grieving for my brother
disability: My arthritis is so bad I struggle with the stairs
disability: I use a wheelchair and need some adaptations in the bathroom
disability: since the stroke I can't manage things round the house
memory: I keep forgetting where I put things
memory: My mother has been diagnosed with dementia | caring,family
memory: I am worried about my memory | wellbeing
family: My teenage son won't go to school
family: I'm a single mum with a new baby and I'm on my own with it | loneliness
family: my marriage is falling apart
legal: My visa runs out and I don't know what to do
legal: I am waiting for the Home Office to decide about my asylum claim
legal: I got a letter from the court and need a solicitor
transport: I can't get to my hospital appointments because there is no bus
transport: I had to give up driving and now I'm stuck
transport: Taxis to the clinic cost too much | money
culture: I'd like to join a choir or do something musical
culture: used to paint, would love an art class
culture: Are there any knitting or craft groups near me
safety: My house was burgled and I am scared it will happen again
safety: Kids on the estate keep throwing things at my windows
safety: I get racist abuse from the people next door | legal`,
  pl: `
loneliness: Całymi dniami nie mam się do kogo odezwać
loneliness: Czuję się bardzo samotna odkąd przyjechałam do Anglii
loneliness: nie znam tu nikogo i siedze sam w domu
money: Nie starcza mi do pierwszego
money: Mam długi i boję się komornika
money: wstrzymali mi universal credit i nie mam za co zyc
housing: Na ścianach jest grzyb, a landlord nic z tym nie robi
housing: Dostałam wypowiedzenie najmu i nie mam dokąd pójść
housing: mieszkamy w piątkę w jednym pokoju
food: Pod koniec miesiąca nie mamy co jeść
food: Korzystam z banku żywności
food: oddaje jedzenie dzieciom a sama nie jem | family
energy: Nie stać mnie na ogrzewanie i w domu jest strasznie zimno | money
energy: Rachunki za prąd są za wysokie | money
energy: licznik przedpłatowy ciągle się kończy
work: Straciłem pracę trzy miesiące temu
work: Chciałabym wrócić do pracy po urodzeniu dziecka | family
work: szef mnie źle traktuje i nie płaci za nadgodziny | legal
volunteering: Chciałabym zostać wolontariuszką
volunteering: Mam dużo wolnego czasu i chętnie pomogę innym
volunteering: chce zrobic cos dobrego dla innych
learning: Chcę się nauczyć angielskiego
learning: słabo mówię po angielsku i wstydzę się odzywać
learning: Nie umiem obsługiwać komputera
activity: Muszę schudnąć i więcej się ruszać
activity: Chciałbym zacząć ćwiczyć, może basen albo siłownia
activity: szukam grupy spacerowej
smoking: Chcę rzucić palenie
smoking: palę paczkę papierosów dziennie
smoking: próbowałam przestać palić ale nie potrafię
alcohol-drugs: Za dużo piję, codziennie kilka piw
alcohol-drugs: Mój problem to alkohol
alcohol-drugs: biorę narkotyki i chcę przestać
wellbeing: Ciągle się martwię i nie mogę spać
wellbeing: mam depresje i nic mi sie nie chce
wellbeing: Jestem kłębkiem nerwów
caring: Opiekuję się chorą mamą
caring: Zajmuję się niepełnosprawnym synem i nie mam chwili dla siebie | disability,family
caring: mąż po udarze wymaga całodobowej opieki | disability
bereavement: Moja żona zmarła w zeszłym roku
bereavement: Nie mogę się pogodzić ze śmiercią taty
bereavement: niedawno stracilam mame
disability: Mam trudności z chodzeniem i nie wychodzę z domu | loneliness
disability: Poruszam się na wózku
disability: choruję na cukrzycę i bolą mnie stawy
memory: Coraz częściej zapominam różne rzeczy
memory: Mama ma Alzheimera | caring,family
memory: martwię się o swoją pamięć | wellbeing
family: Mam problemy z nastoletnim synem
family: Jestem samotną matką dwójki dzieci | loneliness
family: rozwodzimy się i kłócimy o dzieci | legal
legal: Kończy mi się wiza i nie wiem co robić
legal: Potrzebuję prawnika, dostałem pismo z sądu
legal: pracodawca nie wypłacił mi pensji | work,money
transport: Nie mam jak dojechać do szpitala na wizyty
transport: Autobus jeździ raz na dwie godziny i jestem uziemiona
transport: nie prowadze juz samochodu i nigdzie nie moge pojechac
culture: Chciałabym śpiewać w chórze
culture: lubię malować i szukam zajęć plastycznych
culture: Brakuje mi teatru i muzyki
safety: Włamali się do mojego domu
safety: Sąsiedzi mnie nękają i boję się wychodzić
safety: ktoś mnie oszukał i ukradł mi pieniądze | money`,
  ar: `
loneliness: أشعر بالوحدة كثيراً منذ وصلت إلى هنا
loneliness: ما عندي حد أحكي معه
loneliness: أجلس وحدي في البيت كل يوم ولا أعرف أحداً هنا
money: علي ديون كثيرة ولا أستطيع دفع الفواتير
money: وقفوا عني اليونيفرسال كريدت
money: الراتب ما بيكفي لآخر الشهر | work
housing: البيت فيه رطوبة وعفن وصاحب البيت لا يصلح شيئاً
housing: سيطردوننا من الشقة نهاية الشهر
housing: عايشين خمسة بغرفة واحدة
food: ما عندنا أكل يكفي للأولاد | family
food: نذهب إلى بنك الطعام كل أسبوع
food: أحياناً لا آكل حتى يأكل أطفالي | family
energy: البيت بارد جداً ولا أستطيع تشغيل التدفئة
energy: فاتورة الكهرباء غالية جداً | money
energy: عداد الدفع المسبق يخلص بسرعة
work: فقدت وظيفتي قبل ثلاثة أشهر
work: بدي ألاقي شغل
work: عندي مشاكل مع المدير في العمل
volunteering: أريد أن أتطوع وأساعد الناس
volunteering: عندي وقت فراغ وأحب أساعد غيري
volunteering: كيف يمكنني العمل كمتطوعة
learning: أريد أن أتعلم اللغة الإنجليزية
learning: ما بعرف أقرأ وأكتب
learning: أحتاج دورة في استخدام الكمبيوتر
activity: الطبيب قال لازم أنزل وزني
activity: أحب أمشي مع مجموعة وأمارس الرياضة
activity: ابغى اروح الجيم او المسبح
smoking: أريد الإقلاع عن التدخين
smoking: بدخن علبة سجاير كل يوم
smoking: لا أستطيع ترك الشيشة
alcohol-drugs: أشرب الكحول كل ليلة وأريد أن أتوقف
alcohol-drugs: ابني مدمن مخدرات | family
alcohol-drugs: بشرب كتير وبدي بطل
wellbeing: أنا مكتئبة ولا أنام الليل
wellbeing: حاسس بقلق وتوتر طول الوقت
wellbeing: نفسيتي تعبانة جداً
caring: أعتني بأمي المريضة طوال اليوم | family
caring: زوجي مريض وأنا من يرعاه
caring: بهتم بابني المعاق لوحدي | disability,family,loneliness
bereavement: توفي والدي الشهر الماضي
bereavement: زوجتي ماتت ولا أستطيع أن أتجاوز الحزن | wellbeing
bereavement: فقدت ابني في الحرب
disability: عندي صعوبة في المشي وأستخدم عكاز
disability: أستعمل كرسي متحرك
disability: معي سكري وضغط وألم مزمن في الظهر
memory: صرت أنسى كثيراً
memory: أمي عندها خرف | caring,family
memory: ذاكرتي صارت ضعيفة
family: عندي مشاكل مع ابني المراهق
family: أنا حامل ولا أعرف ماذا أفعل
family: بدي أطلق زوجي وعندي ثلاثة أولاد | legal
legal: أحتاج محامي من أجل قضية اللجوء
legal: إقامتي ستنتهي قريباً
legal: وصلتني رسالة من المحكمة
transport: لا أستطيع الوصول إلى مواعيدي في المستشفى
transport: ما في باص قريب من بيتي
transport: ليس عندي سيارة والتاكسي غالي | money
culture: أحب الرسم والموسيقى
culture: وين في مسجد قريب مني
culture: أريد أن أنضم إلى فرقة غناء
safety: سرقوا بيتي الأسبوع الماضي
safety: الجيران يضايقونني كل يوم
safety: أخاف أن أخرج من البيت بسبب العصابات`,
};

const ordinary: Readonly<Record<string, string>> = {
  'en-GB': `
Good morning, how are you today
Can I talk to a person
My name is Company Jones and I live at 12 Bus Lane
I am 45 years old
Yes that is right
I don't know what to say really
My birthday is in March
Thank you for your help
Call me in the afternoon after three
I saw the doctor last week and she told me about this
What happens next
I would rather not say
My email is pat@example.org
Is this confidential
I am fine, nothing to report
I am not homeless
I already have a job
I don't smoke
We are not in debt
I'm not lonely`,
  pl: `
Dzień dobry, jak się pan miewa
Chciałbym rozmawiać z człowiekiem
Nazywam się Anna Nowak i mam 45 lat
Tak, zgadza się
Nie wiem co powiedzieć
Moje urodziny są w marcu
Dziękuję za pomoc
Proszę zadzwonić po południu
Byłem u lekarza w zeszłym tygodniu
Co będzie dalej
Wolę nie mówić
Mój adres to Długa 5
Czy to jest poufne
Wszystko w porządku
Pani doktor poleciła mi tę stronę
Nie jestem bezdomny
Mam już pracę
Nie palę
Nie mam długów
Nie mam problemu z alkoholem`,
  ar: `
صباح الخير كيف حالك
أريد أن أتكلم مع شخص
اسمي أحمد وعمري خمسة وأربعون سنة
نعم هذا صحيح
لا أعرف ماذا أقول
عيد ميلادي في شهر آذار
شكراً على مساعدتكم
اتصلوا بي بعد الظهر
رأيت الدكتورة الأسبوع الماضي
ماذا سيحدث بعد ذلك
أفضل ألا أقول
بريدي الإلكتروني موجود عندكم
هل هذا سري
كل شيء على ما يرام
قالت لي الطبيبة أن أكتب هنا
لست مشرداً
لدي عمل
أنا لا أدخن
ليس لدي ديون
ليس لدي مشكلة مع الكحول`,
};

function lines(block: string): readonly string[] {
  return block.split('\n').filter(line => line.trim() !== '');
}

function readSentence(lang: string, line: string): NeedSentence {
  const [head = '', also = ''] = line.split(' | ');
  const colon = head.indexOf(': ');
  return { lang, need: head.slice(0, colon), also: also.split(',').filter(Boolean), text: head.slice(colon + 2) };
}

/** Three sentences for each need in each language. */
export const needSentences: readonly NeedSentence[] = Object.entries(said).flatMap(([lang, block]) =>
  lines(block).map(line => readSentence(lang, line)),
);

/** Twenty sentences in each language that ask for nothing, or say that a need is not there. */
export const ordinarySentences: readonly { readonly lang: string; readonly text: string }[] = Object.entries(ordinary).flatMap(
  ([lang, block]) => lines(block).map(text => ({ lang, text })),
);
