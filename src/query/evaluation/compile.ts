/**
 * From the algebra to steps: one function an operator.
 */
import type { Operation } from '../algebra.ts'
import type { Environment, Step } from './execution.ts'
import { compileDistinct } from './operators/distinct.ts'
import { compileExtend } from './operators/extend.ts'
import { compileFilter } from './operators/filter.ts'
import { compileGraph } from './operators/graph.ts'
import { compileGroup } from './operators/group.ts'
import { compileJoin } from './operators/join.ts'
import { compileLeftJoin } from './operators/left-join.ts'
import { compileMinus } from './operators/minus.ts'
import { compileOrderBy } from './operators/order-by.ts'
import { compilePath } from './operators/path.ts'
import { compileProject } from './operators/project.ts'
import { compileService } from './operators/service.ts'
import { compileSlice } from './operators/slice.ts'
import { compileUnion } from './operators/union.ts'
import { compileValues } from './operators/values.ts'

/** @param next is called for each solution of the operation */
export function compile(operation: Operation, environment: Environment, next: Step): Step {
  switch (operation.type) {
    case 'bgp':
    case 'join':
      return compileJoin(operation, [], environment, next)
    case 'filter':
      return compileFilter(operation, environment, next)
    case 'path':
      return compilePath(operation, environment, next)
    case 'leftJoin':
      return compileLeftJoin(operation, environment, next)
    case 'union':
      return compileUnion(operation, environment, next)
    case 'minus':
      return compileMinus(operation, environment, next)
    case 'graph':
      return compileGraph(operation, environment, next)
    case 'extend':
      return compileExtend(operation, environment, next)
    case 'values':
      return compileValues(operation, environment, next)
    case 'service':
      return compileService(operation, environment, next)
    case 'group':
      return compileGroup(operation, environment, next)
    case 'orderBy':
      return compileOrderBy(operation, environment, next)
    case 'project':
      return compileProject(operation, environment, next)
    case 'distinct':
      return compileDistinct(operation, environment, next)
    case 'slice':
      return compileSlice(operation, environment, next)
  }
}
