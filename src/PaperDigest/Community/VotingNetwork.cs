namespace PaperDigest.Community;

/// <summary>How often visitors of one network voted on one day. Which network it is can't be told from it.</summary>
public sealed class VotingNetwork
{
    /// <summary>Of UTC.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The network and the day, signed with this installation's key.</summary>
    public required byte[] Network { get; set; }

    public int Votes { get; set; }
}
