"""Figures between two texts: what follows from the source passes, what departs from it is marked at the figure."""

import pytest

from artdiff.engine.values import FactKind
from tests.texts import flagged

FIGURES = {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.DATE, FactKind.TIME, FactKind.DURATION}


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        (
            "The council approved the budget by 14 votes to seven after a long debate. The town has 21 councillors.",
            "A third of the councillors who voted opposed the budget.",
        ),
        (
            "The council approved the budget by 14 votes to seven after a long debate. The town has 21 councillors.",
            "The council approved the budget by a margin of seven votes.",
        ),
        (
            "Of the 5,400 jobs at the plant, 1,900 will go by 2027, the company said on Friday.",
            "The company said on Friday that 3,500 of the 5,400 jobs at the plant would survive.",
        ),
        (
            "The hotel chain posted a loss for the third year running, and its shares fell 4% in London.",
            "The hotel chain has now lost money three years in a row, and its shares fell 4% in London.",
        ),
        (
            "Harborview stands 12th in the table and Eastgate 31st, according to the ministry.",
            "Harborview stands 19 places above Eastgate in the table, according to the ministry.",
        ),
        (
            "The retailer rejected a bid of $41 million in March and another of $46 million last week.",
            "The retailer has rejected two bids since March, the second $5 million higher than the first.",
        ),
        (
            "The bridge will open in the second half of 2027, the ministry said.",
            "The ministry said that the bridge would open in the second half of 2027.",
        ),
        (
            "The bridge will open in the second half of 2027, the ministry said.",
            "The ministry said that the bridge would open in 2027.",
        ),
        (
            "The company expects sales to rise in the fourth quarter of 2026 after a weak summer.",
            "The company expects sales to rise in Q4 2026 after a weak summer.",
        ),
        (
            "About 69% of the patients recovered within two weeks, the hospital said.",
            "More than two-thirds of the patients recovered within two weeks, the hospital said.",
        ),
        (
            "The train left Leeds at 18:10 and reached London at 20:25, five minutes late.",
            "The train left Leeds at ten past six and reached London at 8:25 p.m., five minutes late.",
        ),
        (
            "Jo Brandt, 31, joined the club at 19 and has never played for another.",
            "Jo Brandt joined the club 12 years ago and has never played for another.",
        ),
        (
            "The museum had 412,000 visitors last year, the director said. In 2014, its best year until then, it had 371,000.",
            "The museum beat its old record by 41,000 visitors, the director said.",
        ),
        (
            "Two members of the panel voted for a delay, but the other five overruled them.",
            "Two of the panel's seven members voted for a delay but were overruled.",
        ),
        (
            "The firm sold 48,000 cars in Canada and 8,000 cars in Mexico.",
            "The firm sold 8,000 cars in Mexico and 48,000 cars in Canada.",
        ),
        (
            "Home sales hit a record at the end of June, the agency said.",
            "Home sales hit a record on June 30, the agency said.",
        ),
        (
            "Earnings per share were $0.21, against $0.02 a year ago.",
            "Earnings per share were $0.21, up from $0.02 last year.",
        ),
        (
            "He led the side from 1958/59 to 1963/64 and never lost a series.",
            "He led the side from 1958 to 1964 and never lost a series.",
        ),
        (
            "The asteroid circles the sun every five and half years, she said.",
            "The asteroid circles the sun every five and a half years, she said.",
        ),
        ("Ann: Wanna grab a beer? 7? 8? Ben: Let's make it 7.", "Ann and Ben will meet for a beer at 7 pm."),
        ("The party is six seats short of a majority and holds 31 seats.", "The party needs 37 seats for a majority."),
        (
            "Striker Ana Roca levelled in the 84th minute and scored again in extra time to make it 3-2.",
            "Striker Ana Roca levelled six minutes from the end and scored again in extra time to make it 3-2.",
        ),
        (
            "Striker Ana Roca levelled in the 84th minute and scored again in extra time to make it 3-2.",
            "Striker Ana Roca made it 2-2 with six minutes left and scored again in extra time.",
        ),
        (
            "Riots broke out in the city 35 years ago, and many shops burned.",
            "On the 35th anniversary of the riots, many recalled how the shops burned.",
        ),
        (
            "Volunteers receive 5,000 kwacha a day, half as much as in 2022.",
            "Volunteers receive 5,000 kwacha a day, down from 10,000 in 2022.",
        ),
        (
            "A can of water sold for 150 kwanzas before the floods and now fetches 900, traders said.",
            "The price of a can of water has risen by 500 percent since the floods, traders said.",
        ),
        (
            "About one parent in five refused the vaccine on Thursday because of a rumour.",
            "Four out of five parents consented to the vaccine on Thursday despite a rumour.",
        ),
        (
            "The virus stops when 95% of the children have had both doses, the agency said.",
            "The virus stops when 19 out of 20 children have had both doses, the agency said.",
        ),
        (
            "The plant needs 14,000 cubic metres of water a day, the agency said.",
            "The plant needs 14 million litres of water a day, the agency said.",
        ),
        (
            "The factory will make 32,000 silicon carbide wafers a month from 2031.",
            "The factory will make 384,000 silicon carbide wafers a year from 2031.",
        ),
        (
            "The ministry has approved all but one of nine applications, after 14 months on average.",
            "The ministry has approved eight of nine applications, after 14 months on average.",
        ),
        (
            "The town prevailed over 11 other sites, the company said.",
            "The town was chosen from among 12 sites, the company said.",
        ),
        (
            "The ferry will be free until the new year, the council said.",
            "The ferry will be free until the end of December, the council said.",
        ),
        (
            "Their rival wanted eight weeks longer for the work, the agency said.",
            "Their rival would have been two months slower, the agency said.",
        ),
        (
            "The gang said that it would release the files at midnight on 24 October.",
            "The gang said that it would release the files at midnight on the 24th.",
        ),
        (
            "They returned the remains of 148 northern and 64 southern soldiers in September.",
            "They returned the remains of 212 soldiers in September.",
        ),
        (
            "The outbreak has killed 87 people since mid-January, the ministry said.",
            "The outbreak has killed 87 people since the middle of January, the ministry said.",
        ),
    ],
)
def test_what_follows_from_the_source_is_no_finding(source: str, variant: str) -> None:
    assert [words for words, finding in flagged(source, variant).items() if finding.kind in FIGURES] == []


@pytest.mark.parametrize(
    ("source", "variant", "wanted"),
    [
        (
            "The council approved the budget by 14 votes to seven after a long debate. The town has 21 councillors.",
            "The council approved the budget by 14 votes to nine after a long debate.",
            ["14 votes to nine"],
        ),
        (
            "Of the 5,400 jobs at the plant, 1,900 will go by 2027, the company said on Friday.",
            "The company said on Friday that 1,600 of the 5,400 jobs at the plant would go by 2027.",
            ["1,600"],
        ),
        (
            "The hotel chain posted a loss for the third year running, and its shares fell 4% in London.",
            "The hotel chain posted a loss for the second year running, and its shares fell 4% in London.",
            ["second year running"],
        ),
        (
            "Harborview stands 12th in the table and Eastgate 31st, according to the ministry.",
            "Harborview stands 12th in the table and Eastgate 37th, according to the ministry.",
            ["37th"],
        ),
        (
            "The retailer rejected a bid of $41 million in March and another of $46 million last week.",
            "The retailer rejected a bid of $41 million in March and another of $64 million last week.",
            ["$64 million"],
        ),
        (
            "The bridge will open in the second half of 2027, the ministry said.",
            "The ministry said that the bridge would open in the first half of 2027.",
            ["first half of 2027"],
        ),
        (
            "The company expects sales to rise in the fourth quarter of 2026 after a weak summer.",
            "The company expects sales to rise in Q3 2026 after a weak summer.",
            ["Q3 2026"],
        ),
        (
            "About 69% of the patients recovered within two weeks, the hospital said.",
            "Almost three-quarters of the patients recovered within two weeks, the hospital said.",
            ["three-quarters"],
        ),
        (
            "He faces a fine of up to $300 and a ban of at least four matches.",
            "He faces a fine of up to $800 and a ban of at least four matches.",
            ["$800"],
        ),
        (
            "He faces a fine of up to $300 and a ban of at least four matches.",
            "He faces a fine of up to $300 and a ban of at least six matches.",
            ["six"],
        ),
        (
            "The train left Leeds at 18:10 and reached London at 20:25, five minutes late.",
            "The train left Leeds at 18:40 and reached London at 20:25, five minutes late.",
            ["18:40"],
        ),
        (
            "The museum had 412,000 visitors last year, the director said. In 2014, its best year until then, it had 371,000.",
            "The museum had 421,000 visitors last year, the director said.",
            ["421,000"],
        ),
        (
            "The firm sold 48,000 cars in Canada and 8,000 cars in Mexico.",
            "The firm sold 8,000 cars in Canada and 48,000 cars in Mexico.",
            ["8,000", "48,000"],
        ),
        (
            "The nurse earned £45 a week and saved £9 of it.",
            "The nurse earned £45 a month and saved £9 of it.",
            ["a month"],
        ),
        (
            "The new plant will save £31m a year by 2029, the board said.",
            "The new plant will save £31m in total by 2029, the board said.",
            ["in total"],
        ),
        (
            "Home sales hit a record at the end of June, the agency said.",
            "Home sales hit a record at the end of July, the agency said.",
            ["July"],
        ),
        (
            "The asteroid circles the sun every five and half years, she said.",
            "The asteroid circles the sun every four and a half years, she said.",
            ["four and a half years"],
        ),
        (
            "Striker Ana Roca levelled in the 84th minute and scored again in extra time to make it 3-2.",
            "Striker Ana Roca levelled in the 84th minute and scored again in extra time to make it 4-2.",
            ["4-2"],
        ),
        (
            "Riots broke out in the city 35 years ago, and many shops burned.",
            "On the 25th anniversary of the riots, many recalled how the shops burned.",
            ["25th"],
        ),
        (
            "A can of water sold for 150 kwanzas before the floods and now fetches 900, traders said.",
            "A can of water sold for 150 kwanzas before the floods and now fetches 700, traders said.",
            ["700"],
        ),
        (
            "About one parent in five refused the vaccine on Thursday because of a rumour.",
            "About one parent in eight refused the vaccine on Thursday because of a rumour.",
            ["one parent in eight"],
        ),
        (
            "The factory will make 32,000 silicon carbide wafers a month from 2031.",
            "The factory will make 32,000 silicon carbide wafers a year from 2031.",
            ["a year"],
        ),
        (
            "The ministry has approved all but one of nine applications, after 14 months on average.",
            "The ministry has approved all but one of nine applications, after 14 weeks on average.",
            ["14 weeks"],
        ),
        (
            "The outbreak has killed 87 people since mid-January, the ministry said.",
            "The outbreak has killed 87 people since mid-March, the ministry said.",
            ["mid-March"],
        ),
        (
            "The first wafers are scheduled for the fourth quarter of 2028, the company said.",
            "The first wafers are scheduled for the fourth quarter of 2027, the company said.",
            ["2027"],
        ),
    ],
)
def test_a_changed_figure_is_marked_alone(source: str, variant: str, wanted: list[str]) -> None:
    assert [words for words, finding in flagged(source, variant).items() if finding.kind in FIGURES] == wanted


@pytest.mark.parametrize(
    "size",
    [
        pytest.param("0." + "0" * 310 + "7", id="tiny"),
        pytest.param("7" + "0" * 307, id="vast"),
        pytest.param("7" + "0" * 400, id="beyond"),
    ],
)
def test_figures_at_the_ends_of_the_scale_are_compared(size: str) -> None:
    source = f"The lake lost {size} litres on Monday. Nine fish died."
    variant = f"On Monday the lake lost {size} litres. 8 fish died."
    assert [words for words, finding in flagged(source, variant).items() if finding.kind in FIGURES] == ["8"]
