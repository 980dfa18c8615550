using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Simulator.Journeys;

namespace Tracking.Simulator.Customs;

/// <summary>What customs at the port of entry does with a consignment that has arrived.</summary>
internal sealed class CustomsPlanner(WorldRandom random, WorldClock clock, CustomsRates rates, TimeSpan carrierGrace)
{
    public Passage Plan(JourneyScript script, TimeSpan arrived)
    {
        var parcel = script.Consignment;
        var authority = Authority.Of(parcel.Lane.Gateway.Country);
        var presented = arrived + random.Hours(0.5, 4);
        script.Decide(authority, DecisionKind.Presented, presented);
        if (random.Chance(parcel.Counterfeit ? rates.HoldCounterfeit : rates.HoldHonest))
        {
            return Hold(script, authority, presented + random.Hours(0.3, 3));
        }

        return new Passage(PassageKind.Free, Release(script, authority, presented + random.Hours(0.2, 8)));
    }

    /// <summary>The terms of the <paramref name="nth"/> hold on a consignment.</summary>
    public static HoldTerms Terms(HoldPractice practice, Consignment parcel, int nth) => new()
    {
        Kind = practice.Kind,
        Reason = practice.Reason,
        Reference = $"H{parcel.Serial:D8}-{nth}",
        Code = practice.Code,
        Port = parcel.Lane.Gateway.CustomsPort,
        ReasonRestricted = practice.Restricted,
    };

    /// <summary>Customs lets the matter rest after a parcel was delivered though held, or leaves the hold open.</summary>
    public void SettleAfterViolation(JourneyScript script, Passage passage, TimeSpan delivered)
    {
        if (random.Chance(0.5))
        {
            script.Outcome.Held = true;
            return;
        }

        var removed = delivered + random.Hours(24, 120);
        script.Decide(passage.By!, DecisionKind.HoldRemoved, removed, passage.Hold);
        script.Decide(Authority.Of(script.Consignment.Lane.Gateway.Country), DecisionKind.Released, removed + TimeSpan.FromMinutes(10));
        script.Outcome.Released = true;
    }

    private Passage Hold(JourneyScript script, Authority authority, TimeSpan at)
    {
        var parcel = script.Consignment;
        var practice = parcel.Counterfeit ? HoldPractice.Trade : random.Weighted(HoldPractice.Usual, usual => usual.Weight);
        var by = practice.Kind == HoldKind.OtherAgency && authority.Territory == "US" ? Authority.UsFood : authority;
        var hold = Terms(practice, parcel, 1);
        script.Decide(by, DecisionKind.HoldPlaced, at, hold);
        var known = at + random.Hours(0.2, 2);
        script.Scan(TransportStatus.AtBorder, parcel.Lane.Gateway, known, CustomsReport.Held);
        if (!parcel.Counterfeit && parcel.Pieces.IsEmpty && random.Chance(parcel.Carrier.MovesThoughHeld * rates.MovesThoughHeld))
        {
            // The grace is never compressed: what moves within it is no violation.
            var moves = known + random.Hours(2, 6) + (clock.Stretch(carrierGrace) * 1.1);
            return new Passage(PassageKind.MovedThoughHeld, moves, hold, by);
        }

        var end = at + TimeSpan.FromDays(random.Between(practice.LeastDays, practice.MostDays));
        if (practice.Exam is { } exam && random.Chance(0.7))
        {
            var terms = hold with { Kind = exam, Reference = $"X{parcel.Serial:D8}", Reason = "Exam", ReasonRestricted = false };
            script.Decide(authority, DecisionKind.ExamOrdered, at + ((end - at) * 0.2), terms);
            script.Decide(authority, DecisionKind.ExamCompleted, at + ((end - at) * 0.7), terms);
        }

        return parcel.Counterfeit ? Found(script, authority, hold, end) : LetGo(script, by, authority, hold, end);
    }

    private Passage LetGo(JourneyScript script, Authority by, Authority authority, HoldTerms hold, TimeSpan end)
    {
        // Some systems name the pair of codes alone; it lifts what is open of that pair.
        var named = random.Chance(0.05) ? hold with { Reference = null, Reason = null } : hold;
        script.Decide(by, DecisionKind.HoldRemoved, end, named);
        return new Passage(PassageKind.Free, Release(script, authority, end + random.Hours(0.2, 3)));
    }

    private Passage Found(JourneyScript script, Authority authority, HoldTerms trade, TimeSpan end)
    {
        var luck = random.Between(0.0, 1);
        if (luck >= CustomsRates.SeizedOfHeld + CustomsRates.AbandonedOfHeld + CustomsRates.ExcludedOfHeld)
        {
            return LetGo(script, authority, authority, trade, end);
        }

        // The detention is a hold of its own, which the authority's last word ends; the trade team's hold stays.
        var detention = Terms(HoldPractice.Trade, script.Consignment, 2) with { Kind = HoldKind.IprDetention, LegalBasis = authority.Mark, Code = null };
        script.Decide(authority, DecisionKind.Detained, end, detention);
        script.Outcome.Held = true;
        var decided = end + TimeSpan.FromDays(random.Between(8.0, 28));
        if (luck < CustomsRates.SeizedOfHeld)
        {
            return Seize(script, authority, decided);
        }

        if (luck < CustomsRates.SeizedOfHeld + CustomsRates.AbandonedOfHeld)
        {
            script.Decide(authority, DecisionKind.Abandoned, decided);
            var destroyed = decided + TimeSpan.FromDays(random.Between(3.0, 10));
            script.Decide(authority, DecisionKind.Destroyed, destroyed);
            return new Passage(PassageKind.Destroyed, destroyed + TimeSpan.FromHours(2));
        }

        script.Decide(authority, DecisionKind.Excluded, decided);
        script.Decide(authority, DecisionKind.ExportAllowed, decided + TimeSpan.FromDays(5));
        return new Passage(PassageKind.SentBack, decided + TimeSpan.FromDays(7));
    }

    private Passage Seize(JourneyScript script, Authority authority, TimeSpan at)
    {
        script.Decide(authority, DecisionKind.Seized, at, new HoldTerms { LegalBasis = authority.Territory == "US" ? "19 USC 1526(e)" : authority.Mark });
        if (random.Chance(CustomsRates.ForfeitedOfSeized))
        {
            script.Decide(authority, DecisionKind.Forfeited, at + TimeSpan.FromDays(random.Between(30.0, 45)));
        }

        script.Outcome.Seized = true;
        return new Passage(PassageKind.Kept, at);
    }

    /// <summary>Releases it, in one step or several; answers from when on it may move.</summary>
    private TimeSpan Release(JourneyScript script, Authority authority, TimeSpan at)
    {
        var parcel = script.Consignment;
        if (!parcel.Pieces.IsEmpty && random.Chance(0.06))
        {
            // Piece by piece: the first, then the rest by name.
            script.Decide(authority, DecisionKind.Released, at, with: decision => decision with { Pieces = [parcel.Pieces[0]] });
            at += random.Hours(1, 6);
            script.Decide(authority, DecisionKind.Released, at, with: decision => decision with { Pieces = parcel.Pieces.RemoveAt(0) });
        }
        else
        {
            if (random.Chance(0.01))
            {
                script.Decide(authority, DecisionKind.ReleasedWithConditions, at);
                at += random.Hours(3, 24);
            }

            var release = script.Decide(authority, DecisionKind.Released, at);
            if (random.Chance(rates.ReleaseTakenBack))
            {
                at = TakeBack(script, authority, release, at);
            }
        }

        script.Outcome.Released = true;
        return at + random.Hours(1, 5);
    }

    private TimeSpan TakeBack(JourneyScript script, Authority authority, string release, TimeSpan at)
    {
        var hold = Terms(HoldPractice.TakenBack, script.Consignment, 3);
        script.Decide(authority, DecisionKind.Deleted, at + TimeSpan.FromMinutes(30), with: decision => decision with { Deletes = release });
        script.Decide(authority, DecisionKind.HoldPlaced, at + TimeSpan.FromMinutes(40), hold);
        var end = at + TimeSpan.FromDays(random.Between(HoldPractice.TakenBack.LeastDays, HoldPractice.TakenBack.MostDays));
        script.Decide(authority, DecisionKind.HoldRemoved, end, hold);
        script.Decide(authority, DecisionKind.Released, end + TimeSpan.FromMinutes(30));
        return end + TimeSpan.FromMinutes(30);
    }
}
