/**
 * The productions of SPARQL 1.1 Query (§19.8) that a query can reach, by name. Numbers 3 and 29 to 51 are those of
 * updates; number 97, `Integer`, is left over: no other rule refers to it.
 */
export const productions = [
  ...['QueryUnit', 'Query', 'Prologue', 'BaseDecl', 'PrefixDecl', 'SelectQuery', 'SubSelect', 'SelectClause'],
  ...['ConstructQuery', 'DescribeQuery', 'AskQuery', 'DatasetClause', 'DefaultGraphClause', 'NamedGraphClause'],
  ...['SourceSelector', 'WhereClause', 'SolutionModifier', 'GroupClause', 'GroupCondition', 'HavingClause'],
  ...['HavingCondition', 'OrderClause', 'OrderCondition', 'LimitOffsetClauses', 'LimitClause', 'OffsetClause'],
  ...['ValuesClause', 'TriplesTemplate', 'GroupGraphPattern', 'GroupGraphPatternSub', 'TriplesBlock'],
  ...['GraphPatternNotTriples', 'OptionalGraphPattern', 'GraphGraphPattern', 'ServiceGraphPattern', 'Bind'],
  ...['InlineData', 'DataBlock', 'InlineDataOneVar', 'InlineDataFull', 'DataBlockValue', 'MinusGraphPattern'],
  ...['GroupOrUnionGraphPattern', 'Filter', 'Constraint', 'FunctionCall', 'ArgList', 'ExpressionList'],
  ...['ConstructTemplate', 'ConstructTriples', 'TriplesSameSubject', 'PropertyList', 'PropertyListNotEmpty', 'Verb'],
  ...['ObjectList', 'Object', 'TriplesSameSubjectPath', 'PropertyListPath', 'PropertyListPathNotEmpty', 'VerbPath'],
  ...['VerbSimple', 'ObjectListPath', 'ObjectPath', 'Path', 'PathAlternative', 'PathSequence', 'PathElt'],
  ...['PathEltOrInverse', 'PathMod', 'PathPrimary', 'PathNegatedPropertySet', 'PathOneInPropertySet', 'TriplesNode'],
  ...['BlankNodePropertyList', 'TriplesNodePath', 'BlankNodePropertyListPath', 'Collection', 'CollectionPath'],
  ...['GraphNode', 'GraphNodePath', 'VarOrTerm', 'VarOrIri', 'Var', 'GraphTerm', 'Expression'],
  ...['ConditionalOrExpression', 'ConditionalAndExpression', 'ValueLogical', 'RelationalExpression'],
  ...['NumericExpression', 'AdditiveExpression', 'MultiplicativeExpression', 'UnaryExpression', 'PrimaryExpression'],
  ...['BrackettedExpression', 'BuiltInCall', 'RegexExpression', 'SubstringExpression', 'StrReplaceExpression'],
  ...['ExistsFunc', 'NotExistsFunc', 'Aggregate', 'iriOrFunction', 'RDFLiteral', 'NumericLiteral'],
  ...['NumericLiteralUnsigned', 'NumericLiteralPositive', 'NumericLiteralNegative', 'BooleanLiteral', 'String', 'iri'],
  ...['PrefixedName', 'BlankNode', 'IRIREF', 'PNAME_NS', 'PNAME_LN', 'BLANK_NODE_LABEL', 'VAR1', 'VAR2', 'LANGTAG'],
  ...['INTEGER', 'DECIMAL', 'DOUBLE', 'INTEGER_POSITIVE', 'DECIMAL_POSITIVE', 'DOUBLE_POSITIVE', 'INTEGER_NEGATIVE'],
  ...['DECIMAL_NEGATIVE', 'DOUBLE_NEGATIVE', 'EXPONENT', 'STRING_LITERAL1', 'STRING_LITERAL2'],
  ...['STRING_LITERAL_LONG1', 'STRING_LITERAL_LONG2', 'ECHAR', 'NIL', 'WS', 'ANON', 'PN_CHARS_BASE', 'PN_CHARS_U'],
  ...['VARNAME', 'PN_CHARS', 'PN_PREFIX', 'PN_LOCAL', 'PLX', 'PERCENT', 'HEX', 'PN_LOCAL_ESC'],
] as const

export type Production = (typeof productions)[number]
