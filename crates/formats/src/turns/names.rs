//! First names that people in France are called by: what tells `Paul : non` from `Total : rien` where a label
//! is rare.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Keys of first names, parted by spaces; compound ones are known by their parts.
const NAMES: &str = "\
    adam adele adeline adrien agathe agnes aicha alain albane albert alexandra alexandre alexia alexis alice \
    alicia aline alix amandine ambre amelie amina amine amir anais anastasia andre andrea andree ange angele \
    angelique anita anna anne annick annie anouk anthony antoine antoinette apolline ariane armand armelle \
    arnaud arthur astrid aude audrey augustin aurelie aurelien aurore axel axelle baptiste barbara bastien \
    beatrice benedicte benjamin benoit berenice bernadette bernard bertrand blanche boris brahim brice brigitte \
    bruno camille candice capucine carine carla carlos carole caroline cassandra catherine cecile cedric celestin \
    celia celine chantal charlene charles charlie charline charlotte chloe christel christelle christian \
    christiane christine christophe claire clara clarisse claude claudette claudia claudie claudine clemence \
    clement clementine clotilde colette coline constance coralie corentin corinne cyril cyrille damien daniel \
    daniele danielle daphne david deborah delphine denis denise diane didier dimitri dominique donatien doriane \
    dylan edith edouard eleonore eliane eliot elisa elisabeth elise ella elodie eloise elsa emeline emeric emile \
    emilie emilien emma emmanuel emmanuelle enzo eric erika ernest estelle esther ethan etienne eugenie eva \
    evelyne fabien fabienne fabrice fanny fatima fatou faustine felicie felix fernand fiona flavie flavien fleur \
    flora florence florent florentin florian floriane france francine francis franck francois francoise frank \
    frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaspard gaston genevieve geoffrey george \
    georges georgette gerald geraldine gerard germain germaine ghislain ghislaine gilbert gilberte gilles gisele \
    gregoire gregory guillaume guillemette gustave guy gwenaelle gwendoline hadrien hamza hannah hassan helene \
    heloise henri henriette herve hortense hubert hugo hugues ibrahim ilan ines ingrid irene iris isabelle ismael \
    ivan jacob jacqueline jacques jade james jamila jane janine jasmine jean jeanne jeannine jennifer jeremie \
    jeremy jerome jessica joan joanna joel joelle johan johanna john jonathan jordan joris joseph josephine \
    josette josiane josselin juan judith jules julia julian juliane julie julien julienne juliette justin justine \
    kader karim karima karine katia kevin khadija killian kim lara laetitia lana laura laure laurence laurent \
    laurette laurie laurine lea leila lena leo leon leonie leopold lilian liliane lilou lily lina linda line lionel \
    lisa lise lison loan loic lola lorena lorraine lou louane louis louise louisette luc luca lucas lucette lucia \
    lucie lucien lucienne lucile ludivine ludovic lydia lydie lyna mae maelle maelys magali maia maiwenn malik \
    malika manon manuel marc marceau marcel marcelle margaux margot marguerite maria mariam marianne marie \
    marielle marilou marina marine marion marius marjorie marlene martial martin martine mary maryse maryvonne \
    mateo mathieu mathilde mathis mathurin matthias matthieu maud maurice maurine max maxence maxime maya medhi \
    mehdi melanie melina melissa melodie michael michel michele micheline mickael miguel mila milan milo mireille \
    mohamed mohammed momo monique morgan morgane mourad mustapha myriam nabil nadege nadia nadine nael naima \
    nancy naomi natacha nathalie nathan nawel nicolas nicole nina nino noa noah noe noel noelle noemie nora norbert \
    nour oceane octave odette odile olga olivia olivier olympe omar oscar pablo paola pascal pascale pascaline \
    patrice patricia patrick paul paula paulette paulin pauline pedro philippe philippine pierre pierrette pierrick \
    priscilla quentin rachel rachid rania raoul raphael raphaelle raymond raymonde rebecca regine regis remi remy \
    renaud rene renee richard rita robert robin rodolphe rodrigue roger roland rolande romain romane romeo romuald \
    ronan rosa rosalie rose roseline roxane ryan sabine sabrina said salim salima salome sam samantha sami samia \
    samir samira samuel samy sandra sandrine sara sarah sasha sebastien selma serge severine sibylle sidonie simon \
    simone sofia solange solene sonia sophie soraya stanislas stella stephane stephanie steve steven suzanne suzie \
    suzy swann sylvain sylvaine sylvette sylvia sylviane sylvie tania tanguy tatiana teddy teo tess thais thea \
    theo theodore theophile therese thibaud thibault thibaut thierry thomas tiffany tim timeo timothee tina titouan \
    tom toni tony tristan ugo ulysse valentin valentine valerie vanessa vera veronique vianney vicky victoire \
    victor victoria vincent violaine violette virgile virginie viviane xavier yacine yael yan yanis yann yannick \
    yasmina yasmine yoann yohan yohann yolande youssef yves yvette yvon yvonne zelie zineb zoe zohra \
    andrew anthony ashley brian charles christopher daniel edward elizabeth emily george helen jack jennifer jim \
    joe kate kathy ken laura linda margaret mark michelle mike nick oliver peter rebecca ruth sally sharon stephen \
    sue susan tim william";

/// Whether a key is a first name, or a compound of two.
pub(crate) fn is_first_name(key: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());
    let both =
        |at: usize| matches!(key.split_at_checked(at), Some((a, b)) if SET.contains(a) && SET.contains(b));
    SET.contains(key) || (3..key.len().saturating_sub(2)).any(both)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::turns::words::key;

    #[test]
    fn names_and_compound_names_are_known() {
        for name in ["Paul", "Hélène", "Jean-Pierre", "Anne-Sophie", "Noé"] {
            assert!(is_first_name(&key(name)), "{name}");
        }
        for word in ["Total", "Moralité", "Lundi", "Doliprane", "", "É"] {
            assert!(!is_first_name(&key(word)), "{word}");
        }
    }

    #[test]
    fn the_list_holds_keys() {
        assert!(NAMES.split_whitespace().all(|name| key(name) == name));
    }
}
