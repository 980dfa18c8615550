namespace Tracking.Dashboard.Officers;

/// <summary>What the page is told about the process that serves it.</summary>
public sealed class OfficersPageOptions
{
    /// <summary>Whether a simulated world is running, with compressed time and raised rates.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether the silo runs inside this process.</summary>
    public bool Embedded { get; set; }

    /// <summary>The folder with the built page; beside the program unless set.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "page");
}
