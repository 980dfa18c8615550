using System.Collections.Frozen;

namespace Tracking.Domain.Identity.Names;

/// <summary>Short and foreign forms of given names, and figures in words. General knowledge.</summary>
internal static class Nicknames
{
    private static readonly string[] Groups =
    [
        "william bill will billy guillermo guillaume wilhelm", "robert bob rob bobby roberto", "richard dick rick ricardo", "james jim jimmy jaime", "john jon johnny jack juan ivan johann jean giovanni yahya",
        "joseph joe jose giuseppe yusuf youssef josef", "joshua josh", "thomas tom tommy tomas", "michael mike mikhail miguel michel", "alexander alex sasha aleksandr aleksander alejandro aleksandar oleksandr iskander",
        "vladimir volodymyr vova wladimir", "benjamin ben", "elizabeth liz beth elisabeth", "margaret maggie peg", "catherine kate katherine ekaterina", "edward ed ted eduard eduardo", "donald don",
        "ronald ron", "anthony tony antonio anton", "charles charlie carlos karl carl", "george jorge georg georgi georgiy giorgi", "peter pedro pyotr petr pierre", "paul pablo pavel paolo", "andrew andy andrei andrey andreas andrzej",
        "nicholas nick nikolai nikolay nicolas", "dmitry dmitri dima dmytro", "sergei sergey sergio serhiy", "francis francisco frank franz francesco", "henry heinrich enrique harry henri", "steven steve stephen stefan esteban",
        "daniel dan danny", "david dave daud dawood", "samuel sam", "matthew matt mateo matteo", "christopher chris", "kenneth ken", "jeffrey jeff geoffrey", "lawrence larry", "susan sue", "abraham ibrahim", "solomon sulaiman suleiman",
        "mohammed muhammad mohamed mohammad muhammed mohamad mahomed mehmet", "ahmed ahmad ahmet", "hussein husayn hussain huseyin hossein", "hassan hasan", "ali aly", "yusuf yousef", "omar umar", "usama osama", "abdullah abdallah abdulla",
        "1 one first", "2 two second ii", "3 three third iii", "4 four fourth iv", "5 five fifth v", "6 six sixth vi", "7 seven vii", "8 eight viii", "9 nine ix", "10 ten x", "20 twenty", "30 thirty", "40 forty",
        "brothers bros", "and und et y", "manufacturing mfg", "department dept", "university univ", "saint st", "international intl", "trading trade", "holdings holding", "corporation corp",
    ];

    private static readonly FrozenDictionary<string, int[]> ByWord = Groups
        .SelectMany((group, index) => group.Split(' ').Select(word => (word, index)))
        .GroupBy(pair => pair.word, pair => pair.index, StringComparer.Ordinal)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether two words are forms of one.</summary>
    public static bool AreOne(string left, string right) =>
        ByWord.TryGetValue(left, out var mine) && ByWord.TryGetValue(right, out var theirs) && mine.Intersect(theirs).Any();

    /// <summary>The groups in which a word stands.</summary>
    public static ReadOnlySpan<int> GroupsOf(string word) => ByWord.TryGetValue(word, out var groups) ? groups : [];
}
