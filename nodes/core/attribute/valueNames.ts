import type { Attribute } from './attributes';
import { countryNames } from './countryNames';
import { languageNames } from './languageNames';

/** Permanent names of values, and how people and forms write them. */
const WRITTEN: Readonly<Partial<Record<Attribute, Readonly<Record<string, readonly string[]>>>>> =
	Object.freeze({
		areaType: {
			urban:
				'city town städtisch stadt großstadt urbain ville urbano ciudad città городской город 都市 도시 城市'.split(
					' ',
				),
			suburban: [
				'suburb',
				'suburbs',
				'vorstadt',
				'stadtrand',
				'vorort',
				'banlieue',
				'périurbain',
				'suburbano',
				'пригород',
				'교외',
				'郊外',
			],
			rural:
				'country countryside village ländlich land dorf campagne rurale pueblo campo сельский село 농촌 農村 农村'.split(
					' ',
				),
		},
		buyingCentre: {
			central:
				'centralised centralized zentral zentralisiert zentraleinkauf yes true ja centralisé centralizado centralizzato централизованно 중앙'.split(
					' ',
				),
			decentral:
				'decentralised decentralized dezentral dezentralisiert local no false nein décentralisé descentralizado decentralizzato децентрализованно 분산'.split(
					' ',
				),
		},
		gender: {
			female:
				'f w woman weiblich frau mrs ms miss mrs. ms. femme féminin mme madame mujer femenino señora sra. donna femmina femminile signora feminino vrouw kobieta женский женщина ж 女性 女 여성 여'.split(
					' ',
				),
			male: 'm man männlich herr mr mr. homme masculin monsieur hombre masculino señor sr. uomo maschio maschile signore mannelijk mężczyzna мужской мужчина 男性 男 남성 남'.split(
				' ',
			),
			diverse:
				'd x divers non-binary nonbinary other inter diverso nichtbinär autre otro altro другое'.split(
					' ',
				),
		},
		maritalStatus: {
			single:
				'unmarried ledig célibataire soltero soltera celibe nubile solteiro alleenstaand холост незамужем 独身 미혼 未婚'.split(
					' ',
				),
			married:
				'verheiratet marié mariée casado casada sposato sposata gehuwd żonaty zamężna женат замужем 既婚 기혼 已婚'.split(
					' ',
				),
			partnered: [
				'in a relationship',
				'partnership',
				'civil partnership',
				'domestic partnership',
				'eingetragene lebenspartnerschaft',
				'in partnerschaft',
				'pacsé',
				'pareja de hecho',
				'동거',
			],
			divorced:
				'separated geschieden getrennt divorcé divorcée divorciado divorciada divorziato divorziata gescheiden разведен разведена 離婚 이혼 离婚'.split(
					' ',
				),
			widowed:
				'widow widower verwitwet veuf veuve viudo viuda vedovo vedova weduwe weduwnaar вдова вдовец 死別 사별 丧偶'.split(
					' ',
				),
		},
		plan: {
			monthly:
				'month m/m monatlich monat mensuel mensual mensile maandelijks ежемесячно 月額 월간 按月'.split(
					' ',
				),
			yearly:
				'year annual annually jährlich jahr annuel anual annuale jaarlijks ежегодно 年額 연간 按年'.split(
					' ',
				),
		},
		urgency: {
			high: 'urgent asap immediately now hoch dringend sofort élevée haute alta urgente hoog высокая срочно 高 높음'.split(
				' ',
			),
			medium: 'normal moderate mittel moyenne media gemiddeld средняя 中 보통'.split(' '),
			low: 'none later niedrig gering später faible basse baja bassa laag низкая 低 낮음'.split(
				' ',
			),
		},
	});

const plain = (text: string) => text.trim().toLowerCase();

/** Whether values of an attribute are the same under several names. */
export function hasSeveralNames(attribute: Attribute | undefined): attribute is Attribute {
	return (
		attribute === 'country' ||
		attribute === 'language' ||
		(attribute !== undefined && WRITTEN[attribute] !== undefined)
	);
}

/**
 * All names under which a value of an attribute is the same, the given one first: a country or language
 * by any name or code, gender, marital status and the like by the words of several languages. A value
 * that is not known stands alone.
 *
 * @example
 * valueNames('gender', 'Frau') //=> ['Frau', 'female', 'f', 'w', 'woman', …]
 */
export function valueNames(attribute: Attribute, value: string): string[] {
	if (attribute === 'country') return countryNames(value);
	if (attribute === 'language') return languageNames(value);
	const written = WRITTEN[attribute] ?? {};
	const found = Object.entries(written).find(
		([name, words]) => name === plain(value) || words.includes(plain(value)),
	);
	return found ? [...new Set([value.trim(), found[0], ...found[1]])] : [value.trim()];
}
