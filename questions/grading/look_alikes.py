"""Two words that differ by a slip of the finger in; out comes whether they are two different words all the same.

A typo is forgiven only where it makes no other word. No list can hold every such pair; this one holds the names of
countries and peoples, the points of the compass and the opposites that history and geography are full of.
"""

_GROUPS = """
    russia prussia persia; russian prussian persian; austria australia; austrian australian; zambia
    gambia; iran iraq; iranian iraqi; iceland ireland; niger nigeria; nigerian nigerien; slovakia
    slovenia; slovak slovene slovenian; mali malawi malta; india indiana; latvia latvian livonia;
    moldavia moldova; dominica dominican; guinea guyana guiana; mauritius mauritania; galicia galatia;
    chad china chile; chinese chilean; korea crimea; serb sorb; serbia siberia; serbian siberian; mongol
    mogul mughal; czech chechen; kursk kurgan irkutsk; omsk tomsk minsk; lenin lennon; stalin stalingrad;
    north south; northern southern; east west; eastern western; inner outer; upper lower; emigration
    immigration; emigrant immigrant; import export; imports exports; accession secession; moral amoral;
    social asocial; political apolitical; theist atheist; monarchy anarchy; monarchist anarchist; marxist
    maoist; principal principle; prosecution persecution; major mayor; martial marital; white write; red
    rod; loyalist royalist; federation confederation; federal feudal; rebel revel; bolshevik menshevik;
    bolsheviks mensheviks; elective selective; increase decrease; victor victim
"""

_GROUP_OF = {word: number for number, group in enumerate(_GROUPS.split(";")) for word in group.split()}

_TURNING = ("anti", "counter", "non", "dis", "mis", "un", "in", "im", "il", "ir", "de", "re", "pre", "sub")


def are_different_words(one: str, other: str) -> bool:
    """Whether two folded words are known to mean different things: in one group, or one is the other turned round."""
    group = _GROUP_OF.get(one)
    if group is not None and group == _GROUP_OF.get(other) and one != other:
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _TURNING)
