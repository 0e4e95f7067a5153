namespace Sluice.Mainframe.Schedulers;

/// <summary>The attributes of an export that say something of what is run and waited for; a job has many times as many.</summary>
internal enum ControlMAttribute : byte
{
    /// <summary>Any other.</summary>
    None,

    // As far as it has them, an element is shown with the following ones, in this order.
    JobName,
    MemberName,
    MemberLibrary,
    Name,
    OrderDate,
    Sign,
    AndOr,
    FolderName,
    TableName,

    SmartFolderName,
    ParentFolder,
    ParentTable,
    TaskType,
    Value,
    Expression,
    UseInStreamJcl,
}

internal static class ControlMAttributes
{
    private static readonly string[] Names =
    [
        "", "JOBNAME", "MEMNAME", "MEMLIB", "NAME", "ODATE", "SIGN", "AND_OR", "FOLDER_NAME", "TABLE_NAME", "SMART_FOLDER_NAME",
        "PARENT_FOLDER", "PARENT_TABLE", "TASKTYPE", "VALUE", "EXP", "USE_INSTREAM_JCL",
    ];

    extension(ControlMAttribute attribute)
    {
        /// <summary>As the export spells it.</summary>
        public string ToWord() => Names[(int)attribute];
    }

    public static ControlMAttribute Of(ReadOnlySpan<char> name) => name switch
    {
        "JOBNAME" => ControlMAttribute.JobName,
        "MEMNAME" => ControlMAttribute.MemberName,
        "MEMLIB" => ControlMAttribute.MemberLibrary,
        "NAME" => ControlMAttribute.Name,
        "ODATE" => ControlMAttribute.OrderDate,
        "SIGN" => ControlMAttribute.Sign,
        "AND_OR" => ControlMAttribute.AndOr,
        "FOLDER_NAME" => ControlMAttribute.FolderName,
        "TABLE_NAME" => ControlMAttribute.TableName,
        "SMART_FOLDER_NAME" => ControlMAttribute.SmartFolderName,
        "PARENT_FOLDER" => ControlMAttribute.ParentFolder,
        "PARENT_TABLE" => ControlMAttribute.ParentTable,
        "TASKTYPE" => ControlMAttribute.TaskType,
        "VALUE" => ControlMAttribute.Value,
        "EXP" => ControlMAttribute.Expression,
        "USE_INSTREAM_JCL" => ControlMAttribute.UseInStreamJcl,
        _ => ControlMAttribute.None,
    };
}
